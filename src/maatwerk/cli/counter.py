"""At the counter: show what was found, let the person choose with one key, and write down what she did."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maatwerk.basics import clock
from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.text import language, say
from maatwerk.cli import terminal, traces
from maatwerk.cli.screens import as_json, assessed
from maatwerk.cli.screens import check as check_screen
from maatwerk.cli.screens import counter as counter_screen

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment
    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk
    from maatwerk.cli.screens.counter import Choice


@dataclass(frozen=True, slots=True)
class View:
    """How the person wants to see things. `day_assumed` is the reference date that nobody gave, as ISO text.

    `at_counter`: the case came with the resident and is on no file; without a decision nothing of it remains.
    """

    desk: Desk
    everything: bool
    shape: str
    day_assumed: str
    at_counter: bool

    def begin(self, assessment: Assessment) -> None:
        """Print what this is about and which rules, before the first question."""
        head = assessed.title(assessment, self.desk.ruleset.header.title_in(language()))
        terminal.show((head,), plain=self.shape == "plain")
        click.echo()

    def show(self, assessment: Assessment, *, begun: bool = False) -> None:
        """Print the assessment in the shape that was asked for; without its title where that stands there already."""
        if self.shape == "json":
            click.echo(as_json(assessment))
            return
        title = self.desk.ruleset.header.title_in(language())
        head, *rest = check_screen.screen(assessment, title, everything=self.everything, day_assumed=self.day_assumed)
        terminal.show(tuple(rest) if begun else (head, *rest), plain=self.shape == "plain")
        terminal.remark_if(self.desk.remark)


def show_only(view: View, case: Case, save: Path | None) -> int:
    """Check and show. Nothing is decided."""
    assessment = view.desk.check(case)
    view.show(assessment)
    if save is not None:
        keep(view.desk, case, save)
    if view.shape != "json":
        differed = not assessment.reasoner.agreed
        terminal.remark(traces.left_behind(view.desk, assessment, at_counter=view.at_counter, differed=differed))
    return check_screen.exit_code(assessment)


def ask_and_act(view: View, case: Case, save: Path | None) -> int:
    """Ask, show, and do what the person chooses."""
    from maatwerk.cli.ask import ask_all

    desk = view.desk
    with desk.noting_differences() as heard:
        assessment = desk.assessed(case)
        view.begin(assessment)
        if assessment.questions:
            case, assessment = ask_all(desk, case, assessment)
            desk, case = desk.for_days_of(case)
            view = replace(view, desk=desk)
            click.echo()
    terminal.forget_typed()
    view.show(assessment, begun=True)
    if save is not None:
        tell_kept(keep(view.desk, case, save))
    case, assessment, chosen = _chosen_after_looking(view, case, assessment, save)
    if chosen.decides:
        return _decided(desk, case, assessment, chosen)
    if save is None and (save := _file_to_keep()) is not None:
        tell_kept(keep(desk, case, save))
    if save is not None and assessment.track == "zwaar":
        terminal.told(say("screen.next_propose", file=save))
    differed = bool(heard) or not assessment.reasoner.agreed
    terminal.remark(traces.left_behind(desk, assessment, at_counter=view.at_counter, differed=differed))
    return check_screen.exit_code(assessment)


def _chosen_after_looking(
    view: View, case: Case, assessment: Assessment, save: Path | None
) -> tuple[Case, Assessment, Choice]:
    """The choice of the person; what she saw herself comes into the case first, and everything is checked again."""
    while True:
        chosen = _chosen(assessment, counter_screen.choices(assessment, able=view.desk.adopted))
        if chosen.kind != "see":
            return case, assessment, chosen
        seen = _seen()
        if seen and seen not in case.notes:
            case = replace(case, notes=(*case.notes, seen))
            assessment = view.desk.check(case)
            click.echo()
            view.show(assessment, begun=True)
            if save is not None:
                keep(view.desk, case, save)


def _seen() -> str:
    """What the person saw and no rule foresaw, in words; nothing when she lets it be."""
    from maatwerk.decision.deciding import meaningful

    text = terminal.line(f"{say('screen.what_seen')}\n  > ")
    if text and not meaningful(text):
        terminal.told(say("cli.decide.no_answer"))
    return text if meaningful(text) else ""


def _chosen(assessment: Assessment, choices: tuple[Choice, ...]) -> Choice:
    """The choice of the person; the question for the jurist can be read first."""
    while True:
        click.echo("\n" + counter_screen.keys(choices, terminal.width()))
        click.echo(say("screen.your_choice"), nl=False)
        pressed = terminal.key("".join(choice.key for choice in choices))
        click.echo(f" {pressed}")
        chosen = next(choice for choice in choices if choice.key == pressed)
        if chosen.kind != "jurist":
            return chosen
        terminal.show(counter_screen.for_the_jurist(assessment))


def _decided(desk: Desk, case: Case, assessment: Assessment, chosen: Choice) -> int:
    from maatwerk import decide

    reasons = terminal.meaningful_line(f"{say('screen.why_not')}\n  > ") if chosen.needs_reasons else ""
    decision = decide(
        desk.ruleset,
        case,
        assessment,
        choice=chosen.choice,
        reasons=reasons,
        person=desk.person,
        people=desk.home.people,
        at=clock.now(),
    )
    receipt = desk.register.record(decision)
    terminal.remark(say("screen.noted", number=receipt.number))
    return check_screen.exit_code_when_done(assessment)


def _file_to_keep() -> Path | None:
    """Where the person wants to keep the answers, if at all."""
    name = terminal.line("\n" + say("screen.keep_where"))
    return Path(name) if name else None


def keep(desk: Desk, case: Case, file: Path) -> Path:
    """Write the case file. Raises MaatwerkError where that cannot be."""
    from maatwerk.case.writing import write_case

    try:
        write_case(case, desk.ruleset, file)
    except OSError:
        raise MaatwerkError(say("cli.error.cannot_write", file=file)) from None
    return file


def tell_kept(file: Path) -> None:
    """Say where the case lies."""
    terminal.remark(say("screen.kept", file=file))
