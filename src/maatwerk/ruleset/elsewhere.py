"""Whether what a criterion waits for in another ruleset (`wacht_op: regelset.voorwaarde`) is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.basics.suggest import nearest
from maatwerk.ruleset import library as shelves
from maatwerk.ruleset.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from maatwerk.ruleset.build import Draft

_CRITERION = re.compile(r"^ {0,3}#+\s+voorwaarde\s*:\s*(\S+)\s*$", re.MULTILINE | re.IGNORECASE)


def criteria_elsewhere(draft: Draft, library: Path) -> Iterator[Problem]:
    """M319: no such criterion in that ruleset, or no such ruleset in the library. A remark: it may lie elsewhere."""
    for name, criterion in draft.parts["criteria"].items():
        for awaited in criterion.waits_for:
            other, dot, wanted = awaited.rpartition(".")
            known = _criteria(other, library) if dot else ()
            if dot and wanted not in known:
                hint = nearest(wanted, known) if known else nearest(other, shelves.ids(library))
                place = draft.entries[name, "wacht_op"].word(awaited)
                yield problem("M319", place, hint=hint or "", warning=True, name=wanted, other=other)


def _criteria(ruleset: str, library: Path) -> tuple[str, ...]:
    """The criteria of all versions of a ruleset, by their headings."""
    texts = (read_source(version.path, library) for version in shelves.versions(library, ruleset))
    found = ("\n".join(text.lines) for text in texts if not isinstance(text, Problem))
    return tuple(dict.fromkeys(name for text in found for name in _CRITERION.findall(text)))
