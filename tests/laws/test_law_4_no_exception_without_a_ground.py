"""Law 4. No exception without a legal ground; without one an honest no, the way to the jurist, and a signal upward."""

from __future__ import annotations

from hypothesis import given

from maatwerk.assessment.model import Assessment, GroundUsed
from maatwerk.criteria.members import criterion_of
from maatwerk.expressions.names import names_in
from maatwerk.expressions.values import Truth
from maatwerk.ruleset.grounds import fits
from maatwerk.ruleset.model import ADVERSE_KINDS
from tests.laws.office import A_LAW, choosable, handed_over
from tests.properties.brute import decisive
from tests.properties.worlds import OPEN, World, all_worlds, counter, short, some_worlds

FORWARDED = "doorzenden"


def groundless(world: World, told: Assessment) -> list[str]:
    """The proposals that set something aside for which none of their grounds was written."""
    rules, wrong = world.ruleset, []
    for each in told.proposals:
        grounds = [rules.grounds[ground.id] for ground in each.grounds]
        criteria = [rules.criteria[criterion_of(name)] for name in short(each.sets_aside)]
        if not all(any(fits(ground, one) for ground in grounds) and one.kind != "kenmerk" for one in criteria):
            wrong.append(each.id)
    return wrong


def has_ground(world: World, criterion: str) -> bool:
    """Whether any ground was written for this criterion, or its own judgement is the weighing."""
    one = world.ruleset.criteria[criterion_of(criterion)]
    return one.room == "oordeel" or any(fits(ground, one) for ground in world.ruleset.grounds.values())


def law_forbids(world: World, told: Assessment) -> bool:
    """An unmet criterion of this outcome has no ground, or every way to something better has such a member."""
    situation, rules = world.situation(), world.ruleset
    named = names_in(rules.outcomes[told.outcome.id].when.root) & set(rules.criteria)
    unmet = [name for name in named if situation.verdict(name) is Truth.NO]
    ways = decisive(situation) or {frozenset({name}) for each in rules.criteria for name in situation.members(each)
                                   if situation.verdict(name) is Truth.NO}  # fmt: skip
    stuck = [any(not has_ground(world, name) for name in each) for each in ways]
    return any(not has_ground(world, name) for name in unmet) or (bool(stuck) and all(stuck))


def dishonest(world: World, told: Assessment) -> list[str]:
    """What is missing of the honest no, and what is said though it is not so."""
    decide_on = [each for each in told.proposals if not each.ask_jurist]
    adverse = told.outcome.id != OPEN and told.outcome.kind != "tussenstap" and (
        bool(told.decisive) or told.outcome.kind in ADVERSE_KINDS or told.outcome.kind == FORWARDED)  # fmt: skip
    no = told.no_room
    if no is None:
        return ["no honest no"] if adverse and not decide_on else []
    upward = told.outcome.kind != FORWARDED and law_forbids(world, told)
    right = {
        "a no beside a way out": not decide_on,
        "the way to the jurist": bool(no.jurist_question.strip()),
        "what is said": bool(no.text.strip()) and "geen uitzondering mogelijk" not in no.text,
        "the signal upward": no.signal_upward == upward,
    }
    return [name for name, holds in right.items() if not holds]


@A_LAW
@given(all_worlds())
def test_every_proposal_rests_on_grounds_for_all_that_it_sets_aside(world: World) -> None:
    told = handed_over(world)
    assert groundless(world, told) == []
    assert all(each.sets_aside and each.grounds for each in told.proposals)


@A_LAW
@given(all_worlds(blank=0.0))
def test_where_there_is_no_way_there_is_an_honest_no(world: World) -> None:
    assert dishonest(world, handed_over(world)) == []
    assert dishonest(world, handed_over(world, notes=())) == []


def test_who_does_not_want_to_pay_by_card_hears_an_honest_no() -> None:
    told = handed_over(counter().told("identiteit_vast", "nee"), notes=())
    assert (choosable(told), told.no_room is None) == (["follow"], False)
    assert dishonest(counter().told("identiteit_vast", "nee"), told) == []


def test_the_generated_cases_have_an_honest_no_with_and_without_a_signal_upward() -> None:
    no = [told.no_room for world in some_worlds(60, blank=0.0) if (told := handed_over(world)).no_room]
    assert {each.kind for each in no} >= {"wet_verbiedt", "gewogen_nee"}
    assert {each.signal_upward for each in no} == {True, False}


def test_a_ground_that_does_not_fit_would_be_found_out() -> None:
    """The twin: proposals on a ground that is for something else, and refusals that end without a word."""
    found = set()
    for world in some_worlds(40, blank=0.0):
        told = handed_over(world)
        other = [GroundUsed(id=name, article="artikel 0", rung="A") for name, ground in world.ruleset.grounds.items()
                 if not any(fits(ground, each) for each in world.ruleset.criteria.values())]  # fmt: skip
        forged = [each.model_copy(update={"grounds": tuple(other)}) for each in told.proposals]
        found |= {"ground"} if groundless(world, told.model_copy(update={"proposals": tuple(forged)})) else set()
        if told.no_room is not None:
            silent = told.no_room.model_copy(update={"jurist_question": " ", "signal_upward": False})
            found |= set(dishonest(world, told.model_copy(update={"no_room": silent})))
            found |= set(dishonest(world, told.model_copy(update={"no_room": None})))
    assert found == {"ground", "the way to the jurist", "the signal upward", "no honest no"}
