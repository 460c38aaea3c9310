"""What a case file gives: facts, judgements and lists, each read as its type says. No problem shows a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import bounds
from maatwerk.basics.problems import Place, Problem
from maatwerk.basics.suggest import nearest
from maatwerk.case.facts import given, value_problem
from maatwerk.case.model import FactEntry, GivenList, RecordsEntry
from maatwerk.case.shape import fit, keys_told, place_at
from maatwerk.case.strict_json import shown
from maatwerk.case.typed import UNKNOWN, in_reach, strict_value
from maatwerk.expressions.values import EMPTY
from maatwerk.ruleset.model import NO_JUDGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.case.model import GivenFact
    from maatwerk.case.strict_json import Json, Path
    from maatwerk.ruleset.model import Fact, RecordList, Ruleset


MOST_HINTS = 100


@dataclass
class Given:
    """Reads what stands under `facts`; what is wrong is in `problems`."""

    ruleset: Ruleset
    places: Mapping[Path, Place]
    problems: list[Problem] = field(default_factory=list)

    def note(self, code: str, path: Path, *, hint: str = "", **values: str) -> None:
        """Put down a problem."""
        self.problems.append(Problem(code, place_at(path, self.places), tuple(values.items()), hint))

    def facts(self, raw: Mapping[str, Json]) -> dict[str, GivenFact]:
        """The known facts and judgements of the case."""
        names = self.ruleset.facts.keys() | self.ruleset.lists.keys()
        strange = raw.keys() - names
        for name in strange:
            hint = nearest(name, names) if len(strange) <= MOST_HINTS else None  # so many are no slips of the pen
            self.note("C030", ("facts", name), hint=hint or "", name=shown(name))
        known = self.ruleset.facts
        return self._known({name: (known[name], ("facts", name), raw[name]) for name in raw if name in known})

    def lists(self, raw: Mapping[str, Json]) -> dict[str, GivenList]:
        """The lists of which something is known: their records, whether these are all. Left out or null: not known."""
        found = {name: self._list(self.ruleset.lists[name], raw[name]) for name in raw if name in self.ruleset.lists}
        return {name: each for name, each in found.items() if each is not None}

    def _list(self, each: RecordList, raw: Json) -> GivenList | None:
        path: Path = ("facts", each.name)
        complete: Json = True
        if isinstance(raw, dict):
            strange = raw.keys() - RecordsEntry.model_fields.keys()
            for key in sorted(strange):
                self.note(
                    "C020",
                    (*path, key),
                    where=f"facts.{each.name}.{shown(key)}",
                    keys=keys_told(RecordsEntry.model_fields),
                )
            complete, raw, path = raw.get("complete", True), raw.get("records"), (*path, "records")
        if raw is None and len(path) == len(("facts", "list")):
            return None
        if not isinstance(raw, tuple) or not isinstance(complete, bool):
            self.note("C053", path, name=each.name, keys=keys_told(each.fields))
            return None
        if len(raw) > bounds().records:
            self.note("C054", path, name=each.name, most=str(bounds().records))
            return None
        return GivenList(tuple(self._record(each, record, (*path, at)) for at, record in enumerate(raw)), complete)

    def _record(self, each: RecordList, raw: Json, path: Path) -> dict[str, GivenFact]:
        if not isinstance(raw, dict):
            self.note("C036", path, name=each.name, keys=keys_told(each.fields))
            return {}
        keys = keys_told(each.fields)
        for name in sorted(raw.keys() - each.fields.keys()):
            hint = nearest(name, each.fields) or ""
            self.note("C031", (*path, name), hint=hint, name=shown(name), list=each.name, keys=keys)
        return self._known({name: (each.fields[name], (*path, name), raw[name]) for name in raw if name in each.fields})

    def _known(self, raw: Mapping[str, tuple[Fact, Path, Json]]) -> dict[str, GivenFact]:
        found = {name: self._fact(*each) for name, each in raw.items()}
        return {name: each for name, each in found.items() if each is not None}

    def _fact(self, fact: Fact, path: Path, raw: Json) -> GivenFact | None:
        if isinstance(raw, dict):
            entry = fit(FactEntry, raw, path, self.places)
            if isinstance(entry, list):
                self.problems += entry
                return None
            return self._typed(fact, path, entry)
        if isinstance(raw, str) or raw is None:
            return self._typed(fact, path, FactEntry(value=raw))
        self.problems.append(value_problem(fact, place_at(path, self.places)))
        return None

    def _typed(self, fact: Fact, path: Path, entry: FactEntry) -> GivenFact | None:
        text = entry.value
        if text is None and fact.type.or_empty and "value" in entry.model_fields_set:
            return given(fact, EMPTY, entry)
        if text is None or text == UNKNOWN or (fact.judgement and not self._judged(fact, path, entry)):
            return None
        value = strict_value(fact.type, text)
        if value is None or not in_reach(fact.type, value):
            place = place_at((*path, "value"), self.places)
            self.problems.append(value_problem(fact, place, below_zero=value is not None))
            return None
        return given(fact, value, entry)

    def _judged(self, fact: Fact, path: Path, entry: FactEntry) -> bool:
        """Whether a person in the right role gave this judgement, with reasons."""
        roles = ", ".join(fact.who)
        if not (entry.by.strip() and entry.role.strip() and entry.reason.strip()):
            self.note("C037", path, name=fact.name, roles=roles)
        elif {entry.by.strip().lower(), entry.role} & NO_JUDGES:
            self.note("C038", path, name=fact.name, roles=roles)
        elif entry.role not in fact.who:
            self.note("C039", path, name=fact.name, roles=roles)
        else:
            return True
        return False
