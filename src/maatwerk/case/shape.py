"""The shape of a case file: what pydantic finds wrong becomes problems with a place, never with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.basics.suggest import nearest
from maatwerk.case.strict_json import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from maatwerk.case.strict_json import Json, Path

Model = TypeVar("Model", bound=BaseModel)
ANY_KEYS = "…"

CODES = {
    "extra_forbidden": "C020",
    "missing": "C021",
    "string_type": "C022",
    "string_too_long": "C023",
    "string_too_short": "C024",
    "string_pattern_mismatch": "C024",
    "bool_type": "C025",
    "tuple_type": "C026",
    "model_type": "C027",
    "dict_type": "C027",
    "literal_error": "C028",
}  # what is left is a date


def fit(model: type[Model], data: Json, path: Path, places: Mapping[Path, Place]) -> Model | list[Problem]:
    """`data` as a `model`, or what is wrong with it. `path` is where `data` stands in the case file."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return [_problem(model, details, path, places) for details in error.errors(include_input=False)]


def place_at(path: Path, places: Mapping[Path, Place]) -> Place:
    """Where a value stands, or the nearest thing around it that has a place."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Place("zaak"))


def _problem(model: type[BaseModel], details: ErrorDetails, path: Path, places: Mapping[Path, Place]) -> Problem:
    kind, steps = details["type"], details["loc"]
    where = (*path, *steps)
    code = CODES.get(kind, "C029")
    keys = _keys_at(model, steps[:-1] if kind == "extra_forbidden" else steps)
    hint = nearest(str(steps[-1]), keys) or "" if kind == "extra_forbidden" else ""
    options = str(details.get("ctx", {}).get("expected", "")).replace(" or ", ", ") if kind == "literal_error" else ""
    return problem(
        code,
        place_at(where, places),
        hint=hint,
        where=dotted(where),
        options=options,
        keys=_list_of(keys) if code == "C026" else keys_told(keys),
    )


def _list_of(keys: Sequence[str]) -> str:
    return f"{{ {keys_told(keys)} }}, …" if keys else ANY_KEYS


def keys_told(keys: Iterable[str]) -> str:
    """The keys that may stand somewhere, as a problem names them; `…` where they are free to choose."""
    return ", ".join(keys) or ANY_KEYS


def _keys_at(model: Any, steps: tuple[str | int, ...]) -> list[str]:  # noqa: ANN401 - annotations are of any kind
    """The keys that may stand at a place in the model."""
    for step in steps:
        if isinstance(step, int):
            continue
        model = _model_in(model.model_fields[step].annotation) if step in model.model_fields else None
        if model is None:
            return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - annotations are of any kind
    """The model inside `X`, `X | None` or `tuple[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model), None)
