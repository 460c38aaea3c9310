"""Both versions on the same days, those of the version that begins last: the calendar is no change of rules.

Old rules are read as if they still held on those days, with the dated norms and the building blocks of then. Which of
the two is called old does not matter here, so the other way round is compared on the same days.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from maatwerk.bench.diff.renames import renamed as other_names
from maatwerk.loading.analysis import analysed
from maatwerk.loading.block_days import on_days
from maatwerk.ruleset.library import Days
from maatwerk.ruleset.model import asked
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True)
class Version:
    """A ruleset as it would be on these days. Raises ProblemsFound where there are no building blocks for them.

    `names`: what it asks by another name than the other version does; it is read with that name.
    """

    own: Ruleset
    days: Days
    names: Mapping[str, str] = field(default_factory=dict)
    read: list[Ruleset] = field(default_factory=list)

    @property
    def ruleset(self) -> Ruleset:
        """The rules on the first of the days."""
        return self.on(self.days.first)

    def on(self, day: date | None) -> Ruleset:
        """The rules with the building blocks of a day; of the first where it is not known."""
        day = day or self.days.first
        found = next((each for each in self.read if each.blocks is None or each.blocks.hold(day, None)), None)
        if found is None:
            found = self._read(day)
            self.read.append(found)
        return found

    def _read(self, day: date | None) -> Ruleset:
        rules = called(on_days(self.own, day, None), self.names, day)
        first = self.days.first or rules.header.valid_from
        header = replace(rules.header, valid_from=first, valid_until=self.days.until)
        return analysed(replace(rules, header=header))  # what cannot be on some days may well be on others


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions on the same days, `days`."""

    old: Version
    new: Version
    days: Days

    @property
    def rulesets(self) -> tuple[Ruleset, Ruleset]:
        """Both, on the first of the days."""
        return self.old.ruleset, self.new.ruleset


def on_same_days(old: Ruleset, new: Ruleset, renamed: Mapping[str, str] | None = None) -> Pair:
    """The two versions on the days of the one that begins last. `renamed`: old name → new, of what is only called so.

    A fact with another name is the same fact: both versions are read with its new name.
    """
    headers = [old.header, new.header]
    last = max(headers, key=lambda header: (header.valid_from, header.valid_until or date.max))
    days = Days(last.valid_from, last.valid_until)
    asked_by = {each.name for each in asked(old)}
    names = {name: other for name, other in (renamed or {}).items() if name in asked_by}
    return Pair(Version(old, days, names), Version(new, days), days)


def called(ruleset: Ruleset, names: Mapping[str, str], on: date | None) -> Ruleset:
    """The same rules with other names for some facts; as they are where the text cannot be read that way."""
    if not names or ruleset.blocks is None:
        return ruleset
    text = other_names(print_ruleset(ruleset), names)
    return read_text(text, ruleset.file, ruleset.blocks.library, on=on).ruleset or ruleset
