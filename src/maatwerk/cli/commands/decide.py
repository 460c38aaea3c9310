"""`maatwerk decide`: a named person decides, with reasons, and it is registered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from maatwerk.basics import clock
from maatwerk.basics.errors import StillOpen
from maatwerk.basics.text import language, say
from maatwerk.cli import options, terminal
from maatwerk.cli.base import new_command, option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from maatwerk.assessment.model import Assessment
    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk, PartAtDesk
    from maatwerk.decision.answering import Answers
    from maatwerk.decision.model import Decision

FACTS_OPEN = 3


@new_command("decide")
@options.case_file
@option("--choice", metavar="follow|other|VOORSTEL")
@option("--reasons", type=options.FILE, metavar="BESTAND|-")
@option("--answers", "answers_file", type=options.FILE, metavar="BESTAND.json")
@options.part
@options.on
@options.shape("text", "plain", "json")
@options.lang
def command(
    *,
    case_file: Path,
    choice: str | None,
    reasons: Path | None,
    answers_file: Path | None,
    part: str,
    on: date | None,
    shape: str,
) -> int:
    """Decide. Without a terminal everything that is asked must be in the files."""
    from maatwerk.cli import answers, traces
    from maatwerk.cli.desk import for_parts, the_part
    from maatwerk.cli.objection import objected_to
    from maatwerk.cli.screens.check import exit_code_when_done
    from maatwerk.decision.deciding import counting

    parts = for_parts(case_file, on)
    found = the_part(parts, part)
    desk, case = found.desk, found.part.case
    desk.refuse_withdrawn()
    assessment = desk.check(case)
    if choice:
        traces.tell_difference(assessment)  # else she sees it on the screen with the choices
    objection = case.process.objection
    earlier = objected_to(desk.register, objection) if objection else None
    if not choice and shape != "text":
        raise click.UsageError(say("cli.decide.no_choice"))
    chosen = choice or _chosen(desk, case, assessment, f"{case_file} --part {part}" if part else str(case_file))
    if chosen is None:
        return _nothing_decided(assessment)
    period = counting(case, clock.today())
    given = answers.from_file(answers_file, case, period) if answers_file else answers.from_case(case, period)
    given = given if reasons is None else given.with_reasons(answers.text_of(reasons))
    settling = _Settling(desk, case, assessment, chosen, earlier)
    decision = _settled(settling, given, ask=answers_file is None and shape == "text")
    if decision is None:
        return _nothing_decided(assessment)
    _register(settling, decision, parts, str(case_file), shape)
    return exit_code_when_done(assessment)


def _register(settling: _Settling, decision: Decision, parts: Sequence[PartAtDesk], file: str, shape: str) -> None:
    """Register the decision and show it, with what a letter will still need and the parts that wait."""
    from maatwerk.cli.parts import left, waiting
    from maatwerk.cli.screens import decide as decide_screen
    from maatwerk.cli.screens import machine, machine_decision

    needed = settling.letter_needs(decision)
    receipt = settling.desk.register.record(decision)
    if shape == "json":
        click.echo(machine.as_text(machine_decision.made(decision, receipt, needed, waiting(parts))))
        return
    plain = shape == "plain"
    terminal.show(decide_screen.registered(decision, receipt, needed), plain=plain)
    if len(parts) > 1:
        click.echo()
        terminal.show(left(parts, file), plain=plain)


@dataclass(frozen=True, slots=True)
class _Settling:
    """What is about to be decided."""

    desk: Desk
    case: Case
    assessment: Assessment
    choice: str
    earlier: Decision | None = None

    def decision(self, given: Answers) -> Decision:
        """The decision, not registered yet. Raises NotAllowed before anything is asked, then StillOpen."""
        from maatwerk import decide

        return decide(
            self.desk.ruleset,
            self.case,
            self.assessment,
            choice=self.choice,
            reasons=given.reasons,
            answers=given.answers,
            person=self.desk.person,
            contact_moment=given.contact_moment,
            no_contact_reason=given.no_contact_reason,
            people=self.desk.home.people,
            at=clock.now(),
            earlier=self.earlier,
        )

    def letter_needs(self, decision: Decision) -> tuple[tuple[str, str], ...]:
        """What a letter will miss: that does not stand in the way of deciding."""
        from maatwerk.letter.model import Sender
        from maatwerk.letter.sections import still_needed

        return still_needed(decision, self.desk.ruleset, Sender.of(self.desk.home.settings), self.desk.today)


def _settled(settling: _Settling, given: Answers, *, ask: bool) -> Decision | None:
    """The decision, not registered yet; None when the person stops. Raises StillOpen for what is not answered."""
    from maatwerk.cli import answers
    from maatwerk.cli.screens import decide as decide_screen
    from maatwerk.decision.answering import still_open
    from maatwerk.decision.deciding import counting, questions_to_answer

    desk, assessment, choice = settling.desk, settling.assessment, settling.choice
    try:
        return settling.decision(given)
    except StillOpen as open_now:
        asked, period = questions_to_answer(assessment, choice), counting(settling.case, clock.today())
        if open_now.exit_code == FACTS_OPEN:
            raise
        if not ask or not terminal.interactive():
            lines = [say("cli.decide.open"), *answers.for_a_script(still_open(asked, given, period))]
            raise StillOpen("\n  ".join(lines)) from None
        terminal.show(decide_screen.head(assessment, desk.person, desk.home.settings.body, choice))
        terminal.remark_if(decide_screen.two_days(assessment.checked_on, period.last))
        given = answers.from_person(asked, given, period)
        if needed := settling.letter_needs(settling.decision(given)):
            click.echo()
            terminal.show(decide_screen.letter_needs(needed))
        return settling.decision(given) if _initials(desk.person.initials) else None


def _chosen(desk: Desk, case: Case, assessment: Assessment, file: str) -> str | None:
    """The choice of the person at the terminal, after she saw every way; None to stop."""
    from maatwerk.cli.screens import decide as decide_screen
    from maatwerk.cli.screens import propose as propose_screen

    if not terminal.interactive():
        raise click.UsageError(say("cli.decide.no_choice"))
    terminal.forget_typed()
    title = desk.ruleset.header.title_in(language())
    terminal.show(propose_screen.screen(assessment, title, case=case.id, file=file, may=desk.may))
    terminal.remark_if(desk.remark)
    keys = decide_screen.keys(assessment)
    terminal.show(decide_screen.what_to_choose(assessment, keys))
    click.echo(say("screen.your_choice"), nl=False)
    pressed = terminal.key("".join(keys))
    click.echo(f" {pressed}\n")
    return keys[pressed] or None


def _initials(expected: str) -> bool:
    """Whether the person confirms with her own initials; asks again until that or `s`."""
    while (typed := terminal.line("\n" + say("cli.decide.initials")).casefold()) != "s":
        if typed.replace(".", "") == expected.casefold():
            return True
        click.echo(say("cli.decide.not_initials"))
    return False


def _nothing_decided(assessment: Assessment) -> int:
    from maatwerk.cli.screens.check import exit_code_when_done

    click.echo(say("cli.decide.nothing"))
    return exit_code_when_done(assessment)
