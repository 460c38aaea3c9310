"""Law 5. Complying with a doubtful outcome needs reasons too: comply or explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.errors import StillOpen
from maatwerk.decision.deciding import FOLLOW
from tests.laws.office import A_LAW, REASONS, answers_to, choosable, decided, handed_over
from tests.properties.worlds import World, all_worlds, counter, laptop, some_worlds, world_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from maatwerk.assessment.model import Assessment
    from maatwerk.decision.model import Decision

NOTHING_SAID = ("", "  ", "-", "n.v.t.", "Geen", "x", "zie boven")


def doubtful(told: Assessment) -> bool:
    """Something was noticed, or something better is open to this person."""
    return bool(told.points) or any(not each.ask_jurist for each in told.proposals)


def without_a_word(decide: Callable[..., Decision], world: World, told: Assessment, empty: str = "") -> list[str]:
    """What could be left out while following this outcome, and the rule was followed all the same."""
    answers = answers_to(told, FOLLOW)
    points = [key for key in answers if key.startswith("point:")]
    left_out: list[tuple[str, dict[str, Any]]] = [("reasons", {"reasons": empty})]
    left_out += [(key, {"answers": {**answers, key: empty}}) for key in points]
    accepted = []
    for name, given_words in left_out:
        try:
            decide(world, told, FOLLOW, **given_words)
        except StillOpen:
            continue
        accepted.append(name)
    return accepted


@A_LAW
@given(all_worlds(blank=0.0), st.booleans(), st.sampled_from(NOTHING_SAID))
def test_nobody_follows_a_doubtful_outcome_without_reasons(world: World, noted: bool, empty: str) -> None:  # noqa: FBT001
    told = handed_over(world) if noted else handed_over(world, notes=())
    if choosable(told) and doubtful(told):
        assert without_a_word(decided, world, told, empty) == []
        assert decided(world, told, FOLLOW).reasons == REASONS


@A_LAW
@given(all_worlds(blank=0.0))
def test_each_point_that_following_leaves_standing_is_answered_in_words(world: World) -> None:
    told = handed_over(world)
    if choosable(told) and told.track == "zwaar":
        made = decided(world, told, FOLLOW)
        about = ",".join(each.about.removeprefix("point:") for each in made.answers)
        assert sorted(about.split(",") if about else []) == sorted(point.key for point in told.points)
        assert all(each.answer for each in made.answers)


def test_leaving_a_way_out_aside_needs_reasons_though_nothing_was_noticed() -> None:
    """A counter act with a way out that is no counter act: nobody was asked why it was left aside."""
    world = world_of(6, 6, blank=0.0)
    told = handed_over(world, notes=())
    assert (told.track, told.points, len(told.proposals)) == ("licht", (), 1)
    assert without_a_word(decided, world, told) == []


@pytest.mark.parametrize("made", [counter, laptop])
def test_sending_someone_away_from_the_counter_or_without_a_laptop_asks_why(made: Callable[[], World]) -> None:
    told = handed_over(made(), notes=())
    assert doubtful(told)
    with pytest.raises(StillOpen):
        decided(made(), told, FOLLOW, reasons="n.v.t.")


def test_a_program_that_says_something_itself_would_be_found_out() -> None:
    """The twin: where the person wrote nothing, this one fills in a standard sentence."""

    def helpful(world: World, told: Assessment, choice: str, **words: Any) -> Decision:  # noqa: ANN401 - as `decided`
        said = {key: text or "Akkoord." for key, text in words.get("answers", answers_to(told, choice)).items()}
        return decided(world, told, choice, reasons=words.get("reasons", "") or "Akkoord.", answers=said)

    found = set()
    for world in some_worlds(20, blank=0.0):
        told = handed_over(world)
        found |= set(without_a_word(helpful, world, told)) if choosable(told) else set()
    assert {each.partition(":")[0] for each in found} == {"reasons", "point"}
