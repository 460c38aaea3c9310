"""Reads a file of the organisation, and says of everything that is wrong where it stands. Never shows a value."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from maatwerk.basics.bounds import read_file
from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.suggest import nearest
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

Line = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Answer = Annotated[str, StringConstraints(pattern=r"\S")]
Numbers = Annotated[dict[str, int], Field(default_factory=dict)]
Location = tuple[int | str, ...]


class FileModel(BaseModel):
    """Base of what stands in a file of the organisation: frozen, closed, no values in errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True, defer_build=True)


M = TypeVar("M", bound=FileModel)


def read_toml(path: Path, model: type[M]) -> M:
    """The file as `model`. Raises OrganisationError with every fault as `file:line: what is wrong`."""
    text = read_text(path)
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        raise OrganisationError(_fault(path, found[1] if found else "", say("organisation.not_toml"))) from None
    try:
        return model.model_validate_json(_as_json(values))
    except ValidationError as error:
        faults = [(_place_of(each), _text_of(each, model)) for each in error.errors(include_input=False)]
    raise faulty(path, faults)


def read_json(path: Path, model: type[M]) -> M | None:
    """The file as `model`, or None when it does not fit. Raises OrganisationError when it cannot be read."""
    try:
        return model.model_validate_json(read_text(path))
    except ValidationError:
        return None


def read_text(path: Path) -> str:
    """The text of a file. Raises OrganisationError when it is not there or is no UTF-8 text."""
    try:
        content = read_file(path)
        text = None if content is None else content.decode()
    except (OSError, UnicodeDecodeError):
        text = None
    if text is None and not path.exists():
        raise OrganisationError(say("organisation.no_file", file=path))
    if text is None:
        raise OrganisationError(say("organisation.unreadable", file=path))
    return text


def faulty(path: Path, faults: Iterable[tuple[Location, str]]) -> OrganisationError:
    """The error that names each fault at its place in the file."""
    lines = read_text(path).splitlines()
    texts = [_fault(path, line_of(lines, location) or "", text) for location, text in faults]
    return OrganisationError("\n".join(texts))


def line_of(lines: Sequence[str], location: Location) -> int:
    """The line, from 1, where `location` stands, or the nearest that holds it; 0 when nothing is found."""
    at = -1
    header = ""
    for part in location:
        header = part if isinstance(part, str) else header
        pattern = rf'\s*(\[+\s*)?"?{re.escape(header)}"?\s*[=\]]'
        hits = [number for number, line in enumerate(lines) if number >= at and re.match(pattern, line)]
        wanted = part if isinstance(part, int) else 0
        at = hits[wanted] if wanted < len(hits) else at
    return at + 1


def unknown_name(name: str, known: Iterable[str]) -> str:
    """That nobody knows this name, and which was meant."""
    meant = nearest(name, known)
    return say("organisation.unknown", name=name) + (say("organisation.meant", known=meant) if meant else "")


def _as_json(values: dict[str, object]) -> str:
    import json  # noqa: PLC0415

    return json.dumps(values, default=str)  # JSON mode lets days be written as text or as a TOML day


def _place_of(error: ErrorDetails) -> Location:
    return error["loc"][:-1] if error["type"] == "missing" else error["loc"]


def _text_of(error: ErrorDetails, model: type[FileModel]) -> str:
    kind = error["type"]
    name = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "")
    if kind == "missing":
        return say("organisation.missing", name=name)
    if kind == "extra_forbidden":
        return unknown_name(name, _known_names(model))
    return say("organisation.wrong_value", name=name)


def _known_names(model: type[FileModel]) -> list[str]:
    names: list[str] = []
    for definition in model.model_json_schema().get("$defs", {}).values():
        names += definition.get("properties", {})
    return names + list(model.model_fields)


def _fault(path: Path, line: int | str, text: str) -> str:
    place = f"{path.name}:{line}" if line else path.name
    return f"{place}: {text}"
