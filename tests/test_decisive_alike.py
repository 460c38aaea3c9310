"""D: sets of records that are alike are judged once, and only where they are alike whatever is flipped."""

from __future__ import annotations

from fractions import Fraction

from maatwerk.outcome.alike import Alike
from maatwerk.outcome.decisive import decisive_sets
from maatwerk.story import view_of
from tests.findings.small import TODAY, case, records, ruleset

HOME = """
| gegeven | soort |
|---|---|
| mensen | lijst |
| mensen.leeftijd | getal |

### Voorwaarde: deelt
- per: mensen
- eis: leeftijd >= 27

### Voorwaarde: hoogstens_een
- eis: aantal(mensen waar deelt) <= 1

### Uitkomst: heel
- als: hoogstens_een
- soort: toekenning

### Uitkomst: half
- als: niet hoogstens_een
- soort: gedeeltelijk
"""
MASKED = """
| gegeven | soort |
|---|---|
| posten | lijst |
| posten.waarde | bedrag |
| posten.gekozen | ja_nee |

### Voorwaarde: telt
- per: posten
- eis: gekozen

### Berekening: aantal_telt
- soort: getal
- is: aantal(posten waar telt)

### Berekening: rest
- per: posten
- soort: bedrag
- is: als aantal_telt >= 2 of niet telt dan € 0 anders waarde

### Berekening: totaal
- soort: bedrag
- is: som(rest uit posten)

### Voorwaarde: altijd
- soort: kenmerk
- eis: totaal >= € 0

### Uitkomst: geld
- als: altijd of niet altijd
- soort: vaststelling
- bedrag: totaal
"""


def losses(text: str, **lists: object) -> dict[tuple[str, ...], Fraction]:
    """D with the loss of each set."""
    rules = ruleset(text)
    view = view_of(rules, case(rules, **lists), today=TODAY)  # type: ignore[arg-type]
    return {each.criteria: each.loss for each in decisive_sets(view.situation, view.result)}


def test_any_two_of_three_grown_people_decide_whatever_their_age() -> None:
    people = records({"leeftijd": "30"}, {"leeftijd": "41"}, {"leeftijd": "52"}, {"leeftijd": "12"})
    found = losses(HOME, mensen=people)

    pairs = {("deelt#1", "deelt#2"), ("deelt#1", "deelt#3"), ("deelt#2", "deelt#3")}
    assert {("hoogstens_een",), *pairs} == set(found)


def test_people_of_any_age_are_alike_while_they_count_alike() -> None:
    rules = ruleset(HOME)
    people = records({"leeftijd": "30"}, {"leeftijd": "41"}, {"leeftijd": "52"}, {"leeftijd": "12"})
    alike = Alike(view_of(rules, case(rules, mensen=people), today=TODAY).situation)

    assert alike.effect(("deelt#1", "deelt#2")) == alike.effect(("deelt#2", "deelt#3"))
    assert alike.effect(("deelt#1", "deelt#2")) != alike.effect(("deelt#2", "deelt#4"))


def test_records_that_differ_only_after_two_flips_are_not_taken_for_each_other() -> None:
    posts = records(*({"waarde": each, "gekozen": "ja"} for each in ("10.00", "20.00", "30.00")))

    assert {
        ("telt#1", "telt#2"): Fraction(30),
        ("telt#1", "telt#3"): Fraction(20),
        ("telt#2", "telt#3"): Fraction(10),
    } == losses(MASKED, posten=posts)


def test_records_of_which_nothing_is_asked_are_all_alike() -> None:
    unasked = HOME.replace("aantal(mensen waar deelt) <= 1", "zeker").replace(
        "| mensen | lijst |", "| zeker | ja_nee |\n| mensen | lijst |"
    )
    rules = ruleset(unasked)
    people = records({"leeftijd": "30"}, {"leeftijd": "12"}, {"leeftijd": "52"})
    alike = Alike(view_of(rules, case(rules, zeker="nee", mensen=people), today=TODAY).situation)

    assert alike.effect(("deelt#1", "deelt#2")) == alike.effect(("deelt#2", "deelt#3"))


HANGS = """
| gegeven | soort |
|---|---|
| veel | ja_nee |
| posten | lijst |
| posten.waarde | bedrag |
| posten.gekozen | ja_nee |

### Voorwaarde: ruim
- eis: veel

### Voorwaarde: streng
- eis: veel

### Voorwaarde: telt
- per: posten
- eis: gekozen

### Berekening: rest
- per: posten
- soort: bedrag
- is: als ruim of niet telt dan € 0 anders waarde

### Berekening: totaal
- soort: bedrag
- is: som(rest uit posten)

### Uitkomst: geld
- als: ruim of niet ruim of streng
- soort: vaststelling
- bedrag: totaal
"""


def test_records_that_differ_once_the_case_changes_are_not_taken_for_each_other() -> None:
    rules = ruleset(HANGS)
    posts = records({"waarde": "10.00", "gekozen": "ja"}, {"waarde": "20.00", "gekozen": "ja"})
    alike = Alike(view_of(rules, case(rules, veel="ja", posten=posts), today=TODAY).situation)

    assert alike.effect(("ruim", "telt#1")) != alike.effect(("ruim", "telt#2"))


def test_a_criterion_of_the_case_is_only_like_itself() -> None:
    rules = ruleset(HANGS)
    posts = records({"waarde": "10.00", "gekozen": "ja"}, {"waarde": "10.00", "gekozen": "ja"})
    alike = Alike(view_of(rules, case(rules, veel="ja", posten=posts), today=TODAY).situation)

    assert alike.effect(("ruim", "telt#1")) == alike.effect(("ruim", "telt#2"))
    assert alike.effect(("ruim", "telt#1")) != alike.effect(("streng", "telt#1"))


def test_a_group_leaves_out_a_record_that_nobody_can_judge_yet() -> None:
    rules = HOME.replace("aantal(mensen waar deelt) <= 1", "aantal(mensen waar deelt) >= 5")
    people = records(*[{"leeftijd": "12"}] * 5, {})

    assert {("hoogstens_een",), tuple(f"deelt#{number}" for number in range(1, 6))} == set(losses(rules, mensen=people))


def test_two_members_in_one_record_are_on_their_own() -> None:
    older = "### Voorwaarde: oud\n- per: mensen\n- eis: leeftijd > 20\n"
    rules = ruleset(HOME.replace("### Uitkomst: heel", f"{older}\n### Uitkomst: heel"))
    people = records({"leeftijd": "30"}, {"leeftijd": "30"})
    alike = Alike(view_of(rules, case(rules, mensen=people), today=TODAY).situation)

    assert frozenset({"deelt#1", "oud#1"}) == alike.effect(("deelt#1", "oud#1"))
    assert alike.effect(("deelt#1", "oud#1")) != alike.effect(("deelt#2", "oud#2"))
