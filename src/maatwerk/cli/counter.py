"""At the counter: show what was found, let the person choose with one key, and write down what she did."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maatwerk import check, clock, decide
from maatwerk.cli import terminal
from maatwerk.cli.ask import ask_all
from maatwerk.cli.screens import check as check_screen
from maatwerk.cli.screens import counter as counter_screen
from maatwerk.text import say

if TYPE_CHECKING:
    from maatwerk.assessment import Assessment
    from maatwerk.case.model import Case
    from maatwerk.cli.desk import Desk
    from maatwerk.cli.screens.counter import Choice


@dataclass(frozen=True, slots=True)
class View:
    """How the person wants to see things. `day_assumed` is the reference date that nobody gave, as ISO text."""

    desk: Desk
    everything: bool
    shape: str
    day_assumed: str

    def show(self, assessment: Assessment) -> None:
        """Print the assessment in the shape that was asked for."""
        if self.shape == "json":
            click.echo(json.dumps(assessment.model_dump(by_alias=True, mode="json"), ensure_ascii=False, indent=2))
            return
        title = self.desk.ruleset.header.title
        screen = check_screen.screen(assessment, title, everything=self.everything, day_assumed=self.day_assumed)
        terminal.show(screen, plain=self.shape == "plain")


def show_only(view: View, case: Case, save: Path | None) -> int:
    """Check and show. Nothing is decided; a point that was shown is counted without any data of the person."""
    desk = view.desk
    assessment = check(desk.ruleset, case, today=desk.today, adopted=desk.adopted)
    view.show(assessment)
    _keep(view, case, save)
    if view.shape != "json":
        click.echo("\n" + _left_behind(desk, assessment))
    else:
        _left_behind(desk, assessment)
    return check_screen.exit_code(assessment)


def ask_and_act(view: View, case: Case, save: Path | None) -> int:
    """Ask, show, and do what the person chooses."""
    desk = view.desk
    case, assessment = ask_all(desk, case)
    terminal.forget_typed()
    click.echo()
    view.show(assessment)
    if save is not None:
        _keep(view, case, save)
    choices = counter_screen.choices(assessment, able=desk.adopted)
    chosen = _chosen(assessment, choices) if choices else None
    if chosen is not None and chosen.decides:
        return _decided(desk, case, assessment, chosen)
    if save is None:
        save = _keep(view, case, _file_to_keep())
    if save is not None and assessment.track == "zwaar":
        click.echo(say("screen.next_propose", file=save))
    click.echo(_left_behind(desk, assessment))
    return check_screen.exit_code(assessment)


def _chosen(assessment: Assessment, choices: tuple[Choice, ...]) -> Choice:
    """The choice of the person; the question for the jurist can be read first."""
    while True:
        click.echo("\n" + counter_screen.keys(choices))
        click.echo(say("screen.your_choice"), nl=False)
        pressed = terminal.key("".join(choice.key for choice in choices))
        click.echo(f" {pressed}")
        chosen = next(choice for choice in choices if choice.key == pressed)
        if chosen.kind != "jurist":
            return chosen
        terminal.show(counter_screen.for_the_jurist(assessment))


def _decided(desk: Desk, case: Case, assessment: Assessment, chosen: Choice) -> int:
    reasons = terminal.needed_line(f"{say('screen.why_not')}\n  > ") if chosen.needs_reasons else ""
    decision = decide(
        desk.ruleset,
        case,
        assessment,
        choice=chosen.choice,
        reasons=reasons,
        answers={},
        person=desk.person,
        contact_moment=None,
        adopted=desk.adopted,
        people=desk.home.people,
        at=clock.now(),
    )
    receipt = desk.register.record(decision)
    click.echo("\n" + say("screen.noted", number=receipt.number))
    return 0


def _file_to_keep() -> Path | None:
    """Where the person wants to keep the answers, if at all."""
    name = terminal.line("\n" + say("screen.keep_where"))
    return Path(name) if name else None


def _keep(view: View, case: Case, file: Path | None) -> Path | None:
    from maatwerk.case.writing import write_case

    if file is not None:
        write_case(case, view.desk.ruleset, file)
        if view.shape != "json":
            click.echo("\n" + say("screen.kept", file=file))
    return file


def _left_behind(desk: Desk, assessment: Assessment) -> str:
    """Count that a point was shown and nothing was decided; says what was written down."""
    if not assessment.points or desk.organisation is None:
        return say("screen.nothing_noted")
    desk.register.trace_of_stopped_check(assessment, at=clock.now())
    return say("screen.counted")
