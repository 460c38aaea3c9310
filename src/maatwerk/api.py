"""The library: the same verbs as the command line. Everything is passed in: no clock, no user, no hidden state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.errors import ProblemsFound
from maatwerk.case.days import still_to_come
from maatwerk.case.parts import divided
from maatwerk.case.reading import parsed_case, read_case, ruleset_named
from maatwerk.loading.analysis import analysed, pattern_problems
from maatwerk.loading.block_days import with_blocks_of
from maatwerk.reasoning.heard import listening
from maatwerk.ruleset import library
from maatwerk.ruleset.library import shelf_of
from maatwerk.ruleset.reading import Reading, read_ruleset, read_text
from maatwerk.story import ROLES, assess, view_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime

    from maatwerk.assessment.model import Assessment
    from maatwerk.basics.problems import Problem
    from maatwerk.case.model import Case, ContactMoment
    from maatwerk.case.parts import CasePart
    from maatwerk.case.reading import ParsedCase
    from maatwerk.decision.model import Decision
    from maatwerk.explanation.model import Explanation
    from maatwerk.organisation.people import People, Person
    from maatwerk.ruleset.model import Ruleset


def examine_ruleset(
    path: Path | str,
    *,
    library: Path | None = None,
    text: str | None = None,
    every_case: bool = True,
    letters: bool = True,
) -> Reading:
    """Read a ruleset with all its problems: of the text, of names and types, of patterns, examples and language.

    `text`: what will stand in the file, for an editor in which it was not saved yet. `every_case`: also what only a
    search through every case that there can be tells (`bench.analysis`), which takes longest;
    `letters`: also what making each of its letters tells (`bench.letters`), which takes seconds.
    """
    reading = _analysed(path, library, text=text)
    if reading.ruleset is None or any(not each.warning for each in reading.problems):
        return reading
    if wrong := _wrong_later(path, library, reading.ruleset, text):
        return Reading(None, _in_order(*reading.problems, *wrong))
    from maatwerk.bench.analysis import analyse
    from maatwerk.bench.language import language_problems
    from maatwerk.bench.letters import letter_problems
    from maatwerk.bench.limits import limit_problems

    problems = reading.problems
    if every_case:
        problems = analyse(reading.ruleset, problems)
    if every_case and letters:
        problems = (*problems, *letter_problems(reading.ruleset))
    told = (*limit_problems(reading.ruleset), *language_problems(reading.spoken))
    return Reading(reading.ruleset, _in_order(*problems, *told), reading.spoken)


def _wrong_later(path: Path | str, library: Path | None, ruleset: Ruleset, text: str | None) -> list[Problem]:
    """What is wrong with a ruleset from the day on which a building block that it uses changes, or ends."""
    day = ruleset.blocks.reference.until if ruleset.blocks else None
    if day is None or (ruleset.header.valid_until is not None and ruleset.header.valid_until <= day):
        return []
    later = _analysed(path, library, on=day, text=text)
    wrong = [each for each in later.problems if not each.warning]
    return wrong or (_wrong_later(path, library, later.ruleset, text) if later.ruleset else [])


def _analysed(
    path: Path | str,
    library: Path | None,
    on: date | None = None,
    decided: date | None = None,
    text: str | None = None,
) -> Reading:
    """A ruleset with the problems of its text and of its patterns of verdicts."""
    if text is None:
        reading = read_ruleset(Path(path), library=library, on=on, decided=decided)
    else:
        reading = read_text(text, str(path), library or shelf_of(Path(path)), on=on, decided=decided)
    if reading.ruleset is None or any(not each.warning for each in reading.problems):
        return reading
    ruleset = analysed(reading.ruleset)
    return Reading(ruleset, _in_order(*reading.problems, *pattern_problems(ruleset)), reading.spoken)


def _in_order(*problems: Problem) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda each: (each.place, each.code)))


def load_ruleset(
    path: Path | str, *, library: Path | None = None, on: date | None = None, decided: date | None = None
) -> Ruleset:
    """A ruleset that can be used, with its building blocks. Raises ProblemsFound with every problem when it cannot.

    `on`: the reference date, whose building blocks count (None: the first day of the ruleset); `decided`: the day of
    the decision, whose grounds count (None: the newest). `check` and `decide` read again where a case has other days.
    """
    reading = _analysed(path, library, on, decided)
    wrong = [each for each in reading.problems if not each.warning]
    if reading.ruleset is None or wrong:
        raise ProblemsFound(wrong)
    return reading.ruleset


def load_case(source: Path | dict[str, object], ruleset: Ruleset) -> Case:
    """A case from a file or from plain data. Raises ProblemsFound; no problem shows a value of a person."""
    reading = read_case(source, ruleset)
    if reading.case is None:
        raise ProblemsFound(reading.problems)
    return reading.case


def load_parts(
    source: Path | dict[str, object] | ParsedCase,
    rulesets: Path,
    *,
    today: date,
    in_force: Callable[[str, date], Path | None] | None = None,
) -> tuple[CasePart, ...]:
    """A case with the rules it falls in; in parts, oldest rules first, where it falls in several versions of them.

    Law that changes inside one case splits it: each part holds the rows of its own version, is checked by itself
    (`check(part.ruleset, part.case, …)`) and gets a decision of its own. `rulesets` is the folder of the library;
    `today` counts where the case has no date yet; `in_force` gives the file of a ruleset on a day (default: the newest
    that has begun). Raises ProblemsFound with every problem of every part, each once.
    """
    parsed = parsed_case(source)
    name = ruleset_named(parsed)
    versions = library.versions(rulesets, name)
    chosen = in_force or partial(library.in_force, rulesets)
    by_file = {each.path: each for each in versions}

    def used(day: date) -> library.Version | None:
        file = chosen(name, day)
        return by_file.get(file) if file else None

    def load(file: Path, day: date | None) -> Ruleset:
        return load_ruleset(file, library=rulesets, on=day, decided=today)

    return divided(parsed, versions, today=today, in_force=used, load=load)


def check(
    ruleset: Ruleset,
    case: Case,
    *,
    today: date,
    adopted: bool = False,
    notes: Sequence[str] = (),
    roles: Sequence[str] = ROLES,
    questions: bool = True,
) -> Assessment:
    """The strict outcome, what to notice, and the lawful ways out. Never a decision.

    `notes` are what a person raised in words; `roles` stand in order of authority, lowest first. The building blocks
    are those of the reference date of the case, their grounds those of `today`. Raises ProblemsFound for a contact
    moment or a hearing after `today`, and where the rules cannot be used on these days.
    """
    if wrong := still_to_come(case, today):
        raise ProblemsFound(wrong)
    ruleset, case = with_blocks_of(ruleset, case, today)
    return assess(ruleset, case, today=today, adopted=adopted, notes=notes, roles=roles, ask=questions)


propose = check
"""The same assessment; the name under which the heavy track asks for it."""


def explain(
    ruleset: Ruleset,
    case: Case,
    *,
    today: date,
    what: Mapping[str, str] | None = None,
    adopted: bool = False,
    roles: Sequence[str] = ROLES,
    steps: bool = True,
) -> Explanation:
    """Why this outcome, why not another, what would change it, and every step. Never a decision.

    `what` are facts as they might be, as a person types them (`{"inkomen": "€ 1.600"}`, `onbekend`): then the same case
    with these is told beside it. `steps=False` leaves the steps out. Raises ProblemsFound as `check` does, and for a
    fact or value that cannot be.
    """
    from maatwerk.explanation.explain import explained
    from maatwerk.explanation.what_if import Checked, compared, supposed

    def checked(case: Case) -> Checked:
        rules, read = with_blocks_of(ruleset, case, today)
        found = check(rules, read, today=today, adopted=adopted, roles=roles)
        return Checked(read, view_of(rules, read, today=today), found)

    asked = tuple((what or {}).items())
    with listening() as differences:
        now = checked(case)
        then = compared(now, checked(supposed(now.case, now.view.situation.ruleset, asked)), asked) if asked else None
        found = explained(now, then, steps=steps)
    return replace(found, agreed=not differences)


def decide(  # noqa: PLR0913 - a decision has many sides, and each must be said
    ruleset: Ruleset,
    case: Case,
    assessment: Assessment,
    *,
    choice: str,
    person: Person,
    people: People,
    at: datetime,
    reasons: str = "",
    answers: Mapping[str, str] | None = None,
    contact_moment: ContactMoment | None = None,
    no_contact_reason: str = "",
    earlier: Decision | None = None,
) -> Decision:
    """A decision by a named person: `follow`, or the id of a proposal. Raises NotAllowed or StillOpen.

    `earlier`: the decision that was objected to, where the case says that there was an objection.
    The grounds are those of the day of `at`: an assessment with other ones is of another day, and not allowed.
    """
    from maatwerk.decision.deciding import Decided
    from maatwerk.decision.deciding import decide as decide_by

    ruleset, case = with_blocks_of(ruleset, case, at.date())
    by = Decided(person, people, at, reasons, answers or {}, contact_moment, no_contact_reason, earlier)
    return decide_by(ruleset, case, assessment, choice, by)
