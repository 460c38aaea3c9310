"""A JSON Schema of what a command prints, made from the typed dictionaries of `cli/screens`."""

from __future__ import annotations

import json
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

_PLAIN = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


def schema_of(result: type) -> str:
    """The schema of one result, with those of its parts under `$defs`. Keys may be added, so others are allowed."""
    parts: dict[str, Any] = {}
    _part(result, parts)
    whole = parts.pop(result.__name__)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": parts, **whole}
    return json.dumps(head, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _part(result: type, parts: dict[str, Any]) -> None:
    if result.__name__ in parts:
        return
    told = parts[result.__name__] = {"type": "object", "title": result.__name__, "description": result.__doc__}
    hints = get_type_hints(result)
    told["properties"] = {key: _value(hint, parts) for key, hint in hints.items()}
    told["required"] = list(hints)


def _value(hint: Any, parts: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any type
    """TypeError for a type that has no schema here."""
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if is_typeddict(hint):
        _part(hint, parts)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    kind, inside = get_origin(hint), get_args(hint)
    if kind is Literal:
        return {"enum": list(inside)}
    if kind is list:
        return {"type": "array", "items": _value(inside[0], parts)}
    if kind in {Union, UnionType}:
        return {"anyOf": [_value(each, parts) for each in inside]}
    raise TypeError(hint)
