"""Law 7. The exception never costs more keystrokes than the refusal: as the screens have it, and at a real terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.cli.screens.counter import choices
from maatwerk.decision.answering import ToAnswer
from maatwerk.decision.deciding import FOLLOW, questions_to_answer
from tests.cli.keys import CHOICE, Keys
from tests.laws.office import A_LAW, NOTES, choosable, handed_over
from tests.properties.worlds import World, all_worlds, counter, some_worlds

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.assessment.model import Assessment
    from maatwerk.cli.screens.counter import Choice

Asks = Callable[["Assessment", str], tuple[ToAnswer, ...]]
SHORTEST = len("ja\r")
"""The keys of the shortest answer in words."""
ASKED_BY_LAW = ("question", "third_parties")
"""What the law itself asks of who departs from a rule (geschikt, noodzakelijk, evenwichtig; others who are hit)."""
ANSWERS = "jjnj1"  # identity sure, wants to pay, no card today, has cash, overdrawn


def dearer_at_the_counter(made: tuple[Choice, ...]) -> list[str]:
    """The exceptions that cost more keys than the refusal, where one key chooses."""
    cost = {each.choice: len(each.key) + (SHORTEST if each.needs_reasons else 0) for each in made if each.decides}
    return [choice for choice, keys in cost.items() if choice != FOLLOW and keys > cost[FOLLOW]]


def dearer_at_the_desk(told: Assessment, asks: Asks = questions_to_answer) -> list[str]:
    """The exceptions for which more must be written down than for the refusal, besides what the law asks of them."""
    cost = {choice: sum(each.kind not in ASKED_BY_LAW for each in asks(told, choice)) for choice in choosable(told)}
    return [choice for choice, lines in cost.items() if lines > cost[FOLLOW]]


@A_LAW
@given(all_worlds(blank=0.0), st.booleans())
def test_at_the_counter_no_exception_costs_more_keys_than_the_refusal(world: World, noted: bool) -> None:  # noqa: FBT001
    told = handed_over(world, notes=NOTES if noted else ())
    assert dearer_at_the_counter(choices(told, able=True)) == []


@A_LAW
@given(all_worlds(blank=0.0), st.booleans())
def test_at_the_desk_an_exception_asks_no_more_than_the_refusal_but_what_the_law_asks(
    world: World,
    noted: bool,  # noqa: FBT001
) -> None:
    told = handed_over(world, notes=NOTES if noted else ())
    if told.track == "zwaar":
        assert dearer_at_the_desk(told) == []


def at_the_counter(office: Path) -> Keys:
    keys = Keys.of_new_python(office, "check", "raalte-id-kaart", "--on", "2026-02-17")
    keys.answer(ANSWERS)
    keys.wait_for(CHOICE)
    return keys


@pytest.fixture
def helped(office: Path) -> Keys:
    keys = at_the_counter(office)
    keys.press("1")
    assert keys.ended() == 0
    return keys


@pytest.fixture
def refused(office: Path) -> Keys:
    keys = at_the_counter(office)
    keys.press("n")
    keys.type("nee")
    assert keys.ended() == 0
    return keys


def test_at_a_real_terminal_the_card_for_cash_costs_fewer_keys_than_sending_away(helped: Keys, refused: Keys) -> None:
    assert helped.pressed == len(ANSWERS) + 1
    assert refused.pressed == len(ANSWERS) + 1 + len("nee\r")


def test_a_counter_where_refusing_is_free_would_be_found_out() -> None:
    """The twin: Raalte, where a refusal was one key and an exception had to be explained."""
    as_in_raalte = tuple(
        replace(each, needs_reasons=each.kind == "do") for each in choices(handed_over(counter(), notes=()), able=True)
    )
    assert dearer_at_the_counter(as_in_raalte) == ["contant_betalen"]


def test_a_desk_that_asks_nothing_of_who_refuses_would_be_found_out() -> None:
    """The twin: who refuses only says that there was contact."""

    def free_refusal(told: Assessment, choice: str) -> tuple[ToAnswer, ...]:
        asked = questions_to_answer(told, choice)
        return tuple(each for each in asked if each.kind == "contact") if choice == FOLLOW else asked

    told = [one for world in some_worlds(40, blank=0.0) if (one := handed_over(world)).track == "zwaar"]
    assert any(dearer_at_the_desk(one, free_refusal) for one in told)
    assert not any(dearer_at_the_desk(one) for one in told)
