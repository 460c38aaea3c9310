"""What every command about a case needs at hand: the folder, the rules, the day and the person who works."""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk import check, load_parts, load_ruleset
from maatwerk.basics import clock, formatting
from maatwerk.basics.bounds import use
from maatwerk.basics.errors import MaatwerkError, NoSuchChoice, NotAllowed, OrganisationError
from maatwerk.basics.problems import Problem
from maatwerk.basics.text import say
from maatwerk.case.facts import fact_from_text, with_fact
from maatwerk.case.model import Case
from maatwerk.case.reading import parsed_case, ruleset_named
from maatwerk.cli.versions import newest_file, rules_for, told_of_draft
from maatwerk.criteria.answering import with_answers
from maatwerk.loading.block_days import reference_days, with_blocks_of
from maatwerk.organisation.adoption import History
from maatwerk.organisation.folder import Organisation
from maatwerk.reasoning.heard import listening
from maatwerk.ruleset import library
from maatwerk.story import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from maatwerk.assessment.model import Assessment
    from maatwerk.case.parts import CasePart
    from maatwerk.organisation.adoption import Adoption, Withdrawal
    from maatwerk.organisation.people import Person
    from maatwerk.reasoning.heard import Difference
    from maatwerk.register import Register
    from maatwerk.ruleset.model import Ruleset


@dataclass(frozen=True)
class Desk:
    """One ruleset at one day, in an organisation's folder or outside any. `newer_draft` waits to be adopted."""

    ruleset: Ruleset
    today: date
    organisation: Organisation | None
    newer_draft: Path | None = None

    @cached_property
    def adoption(self) -> Adoption | None:
        """The adoption here of exactly these rules, if there was one."""
        return self._history.adoption_of(self.ruleset.identity.rules_hash, self.today)

    @property
    def adopted(self) -> bool:
        """Whether exactly these rules were adopted here."""
        return self.adoption is not None

    @cached_property
    def withdrawn(self) -> Withdrawal | None:
        """The withdrawal that made these rules a draft again, if that is why they are one."""
        return self._history.withdrawn(self.today)

    @cached_property
    def _history(self) -> History:
        rules = self.ruleset
        return self.organisation.history(rules.id, rules.header.valid_from) if self.organisation else History()

    @property
    def remark(self) -> str:
        """What a person must know of these rules besides: that they were withdrawn, or that a newer draft waits."""
        return "\n".join(filter(None, (self._told_of_withdrawal(), told_of_draft(self.newer_draft))))

    def refuse_withdrawn(self) -> None:
        """Raises NotAllowed where these rules were withdrawn: nothing can be decided by them any more."""
        if self.withdrawn:
            raise NotAllowed(say("adoption.withdrawn_no", told=self._told_of_withdrawal()))

    def _told_of_withdrawal(self) -> str:
        gone = self.withdrawn
        return say("adoption.withdrawn_since", day=formatting.day(gone.start), reason=gone.reason) if gone else ""

    @cached_property
    def home(self) -> Organisation:
        """The organisation's folder. Raises OrganisationError outside any."""
        return self.organisation or Organisation.find()

    @cached_property
    def register(self) -> Register:
        """The register of the organisation; made when it is not there."""
        from maatwerk.register import Register

        return Register.open(self.home.register)

    @cached_property
    def person(self) -> Person:
        """Who is logged in. Raises NotAllowed for a login that `people.toml` does not have."""
        return self.home.people.me()

    @contextmanager
    def noting_differences(self) -> Iterator[set[Difference]]:
        """Write down what the two reasoners differ on meanwhile, in an organisation: never silence."""
        with listening() as heard:
            try:
                yield heard
            finally:  # also when the person stops halfway
                if heard and self.organisation is not None:
                    self.register.trace_of_difference(self.ruleset, heard, at=clock.now())

    def for_days_of(self, case: Case) -> tuple[Desk, Case]:
        """The desk with the building blocks of the days of this case, and the case read by them."""
        rules, case = with_blocks_of(self.ruleset, case, self.today)
        return (self if rules is self.ruleset else replace(self, ruleset=rules)), case

    def check(self, case: Case) -> Assessment:
        """As `assessed`, and what the two reasoners differed on is in the register before anybody sees it."""
        with self.noting_differences():
            return self.assessed(case)

    def assessed(self, case: Case) -> Assessment:
        """Everything the machine hands over for a case, with the roles of this organisation."""
        roles = self.organisation.people.order() if self.organisation else ROLES
        return check(self.ruleset, case, today=self.today, adopted=self.adopted, roles=roles)


@dataclass(frozen=True, slots=True)
class PartAtDesk:
    """A case, or one part of it, with the desk for its rules."""

    desk: Desk
    part: CasePart

    def with_notes(self, notes: tuple[str, ...]) -> PartAtDesk:
        """The same with more that a person saw herself."""
        case = replace(self.part.case, notes=(*self.part.case.notes, *notes))
        return PartAtDesk(self.desk, replace(self.part, case=case))


def folder_here() -> Organisation | None:
    """The organisation's folder around the current one, if there is one."""
    try:
        return Organisation.find()
    except OrganisationError:
        return None


def organisation_here() -> Organisation | None:
    """As `folder_here`, and from here on with its bounds. Raises OrganisationError where `maatwerk.toml` is wrong."""
    found = folder_here()
    if found is not None:
        use(found.bounds)
    return found


def for_ruleset(name: str, on: date | None) -> Desk:
    """The desk for a ruleset by id or file, on the day `on` or else today."""
    today = on or clock.today()
    organisation = organisation_here()
    found = rules_for(name, today, organisation)
    rules = load_ruleset(found.file, on=today, decided=today)
    return Desk(rules, today, organisation, found.newer_draft)


def for_draft(name: str, on: date | None) -> Desk:
    """As `for_ruleset`, but the newest version in force, adopted or not: for who writes and adopts rules."""
    today = on or clock.today()
    organisation = organisation_here()
    return Desk(load_ruleset(newest_file(name, today, organisation), decided=today), today, organisation)


def for_case(file: Path, on: date | None, part: str = "") -> tuple[Desk, Case]:
    """The desk for a case file, with the rules it falls in; and the case itself, or the part of it with that name.

    Raises NoSuchChoice, naming the parts, where the case has more than one and none of them was asked for.
    """
    found = the_part(for_parts(file, on), part)
    return found.desk, found.part.case


def the_part(parts: Sequence[PartAtDesk], name: str = "") -> PartAtDesk:
    """The part that is asked for, or the only one. Raises NoSuchChoice, naming the parts."""
    found = [each for each in parts if name in ("", each.part.valid_from)]
    if len(found) != 1:
        raise NoSuchChoice(say("cli.error.which_part", parts=", ".join(each.part.valid_from for each in parts)))
    return found[0]


def for_parts(file: Path, on: date | None) -> tuple[PartAtDesk, ...]:
    """A case file with the rules it falls in, each part at its own desk; mostly that is one."""
    today, organisation = on or clock.today(), organisation_here()
    shelf = organisation.rulesets if organisation else library.shipped()
    parsed = parsed_case(file)
    name = ruleset_named(parsed)
    if not library.versions(shelf, name):
        newest_file(name, today, organisation)  # says which rules there are
    parts = load_parts(parsed, shelf, today=today, in_force=_in_force(shelf, organisation))
    return tuple(PartAtDesk(_desk_of(each, today, organisation), each) for each in parts)


def _desk_of(part: CasePart, today: date, organisation: Organisation | None) -> Desk:
    day = next(iter(reference_days(part.ruleset, part.case)), today)
    with suppress(MaatwerkError):
        return Desk(part.ruleset, today, organisation, rules_for(part.ruleset.id, day, organisation).newer_draft)
    return Desk(part.ruleset, today, organisation)  # older rules: today none are in force


def _in_force(shelf: Path, organisation: Organisation | None) -> Callable[[str, date], Path | None]:
    """The file of the rules used here on a day. Asked for every row, so days between two changes are one."""
    known: dict[tuple[tuple[bool, bool], ...], Path | None] = {}

    def found(name: str, day: date) -> Path | None:
        between = tuple((each.valid_from <= day, each.ended_on(day)) for each in library.versions(shelf, name))
        if between not in known:
            known[between] = None
            with suppress(MaatwerkError):
                known[between] = rules_for(name, day, organisation).file
        return known[between]

    return found


def empty_case(ruleset: Ruleset) -> Case:
    """A case of which nothing is known yet, with an id of its own that says nothing about anybody."""
    return Case(id=f"z{secrets.token_hex(4)}", ruleset=ruleset.id)


def with_facts(case: Case, ruleset: Ruleset, given: Iterable[tuple[str, str]]) -> Case:
    """The case with what `--fact` says. Raises ProblemsFound with every wrong name or value, never showing a value."""
    return with_answers(case, ruleset, given, "--fact")


def with_day(case: Case, desk: Desk) -> tuple[Case, str]:
    """The case with its reference date: today where nobody gave one; then also that day, as ISO text."""
    name = desk.ruleset.header.reference_date
    if name not in desk.ruleset.facts or name in case.facts:
        return case, ""
    day = desk.today.isoformat()
    value = fact_from_text(desk.ruleset.facts[name], day)
    return (case, "") if isinstance(value, Problem) else (with_fact(case, desk.ruleset, name, value), day)
