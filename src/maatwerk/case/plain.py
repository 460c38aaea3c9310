"""Plain data from a library caller, checked as strictly as a file: texts, yes/no, lists and mappings only."""

from __future__ import annotations

from dataclasses import dataclass, field

from maatwerk.basics.bounds import bounds
from maatwerk.basics.problems import Place, Problem, problem
from maatwerk.case.strict_json import FORBIDDEN, Json, Parsed, Path, dotted


def plain(data: object) -> Parsed:
    """`data` as JSON values (lists become tuples). The place of a value is its path: `facts.inkomen`."""
    walk = _Walk()
    value = walk.value(data, (), 0)
    return Parsed(value, walk.places, tuple(walk.problems))


@dataclass
class _Walk:
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    too_deep: bool = False

    def value(self, data: object, path: Path, depth: int) -> Json:
        place = self.places[path] = Place(dotted(path))
        code = _refused(data, depth)
        if self.too_deep:  # data that holds itself has no end
            return None
        self.too_deep = code == "C007"
        if code:
            self.problems.append(problem(code, place, deepest=bounds().json_depth))
        elif isinstance(data, (list, tuple)):
            return tuple(self.value(item, (*path, number), depth + 1) for number, item in enumerate(data))
        elif isinstance(data, dict):
            return {str(key): self.value(item, (*path, str(key)), depth + 1) for key, item in data.items()}
        elif data is None or isinstance(data, (bool, str)):
            return data
        return None


def _refused(data: object, depth: int) -> str:
    """The code of what is wrong with one value, or nothing."""
    if depth > bounds().json_depth:
        return "C007"
    match data:
        case None | bool() | list() | tuple() | dict():
            return ""
        case str():
            return "C011" if FORBIDDEN.search(data) else ""
        case int() | float():
            return "C010"
        case _:
            return "C012"
