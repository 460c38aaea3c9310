"""Save a case: all at once or not at all, so that a power cut never costs what was there."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maatwerk.case.facts import verified_by_itself
from maatwerk.case.model import Case, CaseFile, GivenFact, GivenList
from maatwerk.case.typed import as_written
from maatwerk.expressions.values import EMPTY

if TYPE_CHECKING:
    from maatwerk.ruleset.model import Fact, RecordList, Ruleset


def case_as_json(case: Case, ruleset: Ruleset) -> dict[str, Any]:
    """The case as `read_case` takes it: facts with their source, and only what is filled in."""
    shape = CaseFile(
        case=case.id,
        ruleset=case.ruleset,
        received=case.received,
        resident=case.resident,
        contact=case.contact,
        process=case.process,
        precedents=case.precedents,
        notes=case.notes,
    )
    facts = {name: _entry(given, ruleset.facts[name]) for name, given in case.facts.items()}
    lists = {name: _list(given, ruleset.lists[name]) for name, given in case.lists.items()}
    return {**shape.model_dump(mode="json", by_alias=True, exclude_defaults=True), "facts": {**facts, **lists}}


def _list(given: GivenList, each: RecordList) -> Any:  # noqa: ANN401 - JSON
    """All records, or an object that says that there may be more."""
    records = [{name: _entry(fact, each.fields[name]) for name, fact in record.items()} for record in given.records]
    return records if given.complete else {"records": records, "complete": False}


def write_case(case: Case, ruleset: Ruleset, path: Path) -> None:
    """Write the case file; only its owner can read it. The old file stays until the new one is whole on disk."""
    _write(case_as_json(case, ruleset), path)


def write_notes(path: Path, notes: tuple[str, ...]) -> None:
    """Add what a person saw to a case file that can be read; all else in it stays. As `write_case`."""
    written = json.loads(path.read_text(encoding="utf-8-sig"))
    _write({**written, "notes": [*written.get("notes", ()), *notes]}, path)


def _write(data: dict[str, Any], path: Path) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise


def _entry(given: GivenFact, fact: Fact) -> str | dict[str, Any] | None:
    """A bare value where that says it all, else the value with what is known about it. `leeg` is null."""
    text = None if given.value == EMPTY else as_written(fact.type, given.value)
    about = {
        "by": given.by,
        "role": given.role,
        "reason": given.reason,
        "source": given.source,
        "on": given.on and given.on.isoformat(),
    }
    entry: dict[str, Any] = {"value": text, **{key: said for key, said in about.items() if said}}
    if given.verified != verified_by_itself(fact):
        entry["verified"] = given.verified
    if given.contested:
        entry["contested"] = True
    return entry if len(entry) > 1 else text
