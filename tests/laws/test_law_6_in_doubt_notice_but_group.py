"""Law 6. When in doubt, notice; but group: at most three points on a screen, all answered, the light ones together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.text import say
from maatwerk.cli.screens.check import screen
from maatwerk.cli.screens.model import Item, Section
from maatwerk.decision.deciding import FOLLOW, questions_to_answer
from tests.laws.office import A_LAW, NOTES, choosable, handed_over
from tests.properties.worlds import World, all_worlds, some_worlds

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment

MOST = 3
SEEN = tuple(f"Iets gezien: {number} (verzonnen)." for number in range(5))
WEIGHTS = ("zwaar", "gewoon", "licht")


def shown(told: Assessment, *, everything: bool = False) -> list[str]:
    """The letters of the points on the screen of a check."""
    points = say("screen.points")
    sections = [each for each in screen(told, "Titel", everything=everything) if isinstance(each, Section)]
    return [item.mark for each in sections if each.label == points for item in each.body if isinstance(item, Item)]


def asked(told: Assessment) -> list[str]:
    """What a person who follows the rule must answer about the points: `A`, or `B+C` for several at once."""
    letters = {point.key: point.letter for point in told.points}
    keys = [each.key.removeprefix("point:") for each in questions_to_answer(told, FOLLOW) if each.kind == "point"]
    return ["+".join(letters[key] for key in each.split(",")) for each in keys]


def too_much(letters: list[str], told: Assessment) -> list[str]:
    """What is wrong with the points on a screen."""
    all_letters = [point.letter for point in told.points]
    weights = [WEIGHTS.index(point.weight) for point in told.points]
    right = {
        "at most three": len(letters) <= MOST,
        "heaviest first": weights == sorted(weights) and letters == all_letters[: len(letters)],
        "not fewer than could be": len(letters) >= min(MOST, len(all_letters)) or len(all_letters) == 1,
    }
    return [name for name, holds in right.items() if not holds]


def unanswered(answers: list[str], told: Assessment) -> list[str]:
    """What is wrong with what must be answered: each point once, the light ones together, the others one by one."""
    letters = "+".join(answers).split("+") if answers else []
    light = [point.letter for point in told.points if point.weight == "licht"]
    right = {
        "each once": sorted(letters) == sorted(point.letter for point in told.points),
        "light ones together": not light or "+".join(light) in answers,
        "others one by one": all("+" not in each or set(each.split("+")) <= set(light) for each in answers),
    }
    return [name for name, holds in right.items() if not holds]


def noticed_but_on_no_point(told: Assessment) -> set[str]:
    """Findings that nobody would have to answer."""
    return {each.code for each in told.findings} - {code for point in told.points for code in point.codes}


@A_LAW
@given(all_worlds(), st.integers(0, len(SEEN)))
def test_a_screen_has_three_points_at_most_and_the_heaviest_first(world: World, notes: int) -> None:
    told = handed_over(world, notes=SEEN[:notes])
    assert too_much(shown(told), told) == []


@A_LAW
@given(all_worlds(blank=0.0), st.integers(0, len(SEEN)))
def test_all_points_are_answered_and_the_light_ones_together(world: World, notes: int) -> None:
    told = handed_over(world, notes=SEEN[:notes])
    if choosable(told) and told.track == "zwaar":
        assert unanswered(asked(told), told) == []


@A_LAW
@given(all_worlds(), st.booleans())
def test_whatever_was_noticed_is_on_a_point(world: World, noted: bool) -> None:  # noqa: FBT001
    told = handed_over(world, notes=NOTES if noted else ())
    assert noticed_but_on_no_point(told) <= {each.code for each in told.findings if each.text in told_texts(told)}


def told_texts(told: Assessment) -> set[str]:
    """What the points say: a consequence that one of them tells is not told again."""
    return {text for point in told.points for text in point.texts}


def test_the_generated_cases_have_light_points_and_more_than_three() -> None:
    seen = [handed_over(world, notes=SEEN) for world in some_worlds(60, blank=0.0)]
    assert any(len(told.points) > MOST for told in seen)
    assert any(point.weight == "licht" for told in seen for point in told.points)


def test_a_wall_of_points_and_a_forgotten_one_would_be_found_out() -> None:
    """The twin: a screen with everything on it, a light point asked by itself, and one that is never asked."""
    found = set()
    for world in some_worlds(60, blank=0.0):
        told = handed_over(world, notes=SEEN)
        found |= set(too_much(shown(told, everything=True), told))
        found |= set(too_much(list(reversed(shown(told))), told))
        one_by_one = [point.letter for point in told.points]
        twice_light = told.model_copy(update={"points": tuple(
            point.model_copy(update={"weight": "licht"}) for point in told.points)})  # fmt: skip
        found |= set(unanswered(one_by_one, twice_light)) | set(unanswered(one_by_one[1:], told))
        found |= set(unanswered(["+".join(one_by_one)], told))
    assert found >= {"at most three", "heaviest first", "each once", "light ones together", "others one by one"}
