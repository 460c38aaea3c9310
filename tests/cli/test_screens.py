"""Screens from assessments written by hand: what is shown, in which order, and what is left out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from maatwerk.assessment.model import Assessment
from maatwerk.basics.text import use_language
from maatwerk.cli.screens import check, counter, decide, propose
from maatwerk.cli.screens.layout import lines, safe
from maatwerk.cli.screens.model import Item, Pair, Paragraph, Section, Table, Title

HASH = "0" * 64


@pytest.fixture(autouse=True)
def _dutch() -> None:
    use_language("nl")


def finding(number: int, kind: str = "onredelijk") -> dict[str, Any]:
    return {
        "code": f"code_{number}",
        "kind": kind,
        "weight": "gewoon",
        "criteria": ("eis",),
        "text": f"Punt nummer {number}.",
        "do_now": f"Doe {number}.",
        "norm": "",
    }


def way(name: str = "uitweg", **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of a proposal
    return {
        "id": name,
        "exceptions": (name,),
        "grounds": ({"id": "grond", "article": "artikel 1", "rung": "A"},),
        "sets_aside": ("eis",),
        "outcome_after": "wel_doen",
        "amount_after": None,
        "shown_after": (),
        "resolves": ("code_1",),
        "remains": (),
        "authority": "baliemedewerker",
        "four_eyes": False,
        "conditions": (),
        "until": None,
        "questions": (),
        "third_parties": None,
        "say": "Dit kan.",
        "ask_jurist": False,
        "track": "licht",
        "text_after": "U krijgt het.",
        **changed,
    }


UNMET: dict[str, object] = {
    "id": "eis",
    "list": None,
    "record": None,
    "verdict": "nee",
    "margin": None,
    "source": "artikel 2",
    "words": "Te laat.",
}


def assessed(findings: int = 0, **changed: Any) -> Assessment:  # noqa: ANN401 - any part of an assessment
    """A refusal at the counter with as many points as findings."""
    found = [finding(number) for number in range(1, findings + 1)]
    seen = [
        {"letter": chr(64 + number), "codes": (each["code"],), "weight": "gewoon", "texts": (each["text"],)}
        for number, each in enumerate(found, start=1)
    ]
    parts: dict[str, Any] = {
        "ruleset": {
            "id": "verzonnen",
            "valid_from": "2026-01-01",
            "rules_hash": HASH,
            "text_hash": HASH,
            "status": "vastgesteld",
        },
        "reference_date": "2026-02-17",
        "outcome": {
            "id": "niet_doen",
            "kind": "afwijzing",
            "amount": None,
            "amount_from": None,
            "amount_to": None,
            "shown": (),
            "text": "Nee.",
            "say": "Nu niet.",
        },
        "criteria": (UNMET,),
        "questions": (),
        "decisive": (("eis",),),
        "findings": found,
        "proposals": (),
        "no_room": None,
        "alternatives": (),
        "promises": (),
        "equal_cases": (),
        "reasoner": {"engine": "durable", "agreed": True},
        "points": seen,
        "not_judged": (),
        "settings": {},
        "to_check": (),
        "track": "licht",
        "remedy": "klacht",
        "say_first": "Nu niet.",
        "facts_hash": HASH,
        "assessment_hash": HASH,
    }
    return Assessment.model_validate({**parts, **changed})


UNKNOWN = {**assessed().outcome.model_dump(), "id": "onbekend"}


def shown(assessment: Assessment, *, everything: bool = False, plain: bool = False) -> str:
    return "\n".join(lines(check.screen(assessment, "Verzonnen regel", everything=everything), plain=plain))


def test_three_points_are_shown_and_the_rest_is_counted() -> None:
    text = shown(assessed(5))
    assert [number for number in range(1, 6) if f"Punt nummer {number}." in text] == [1, 2, 3]
    assert "En nog 2. Alles zien: --all" in text


def test_all_shows_every_point() -> None:
    text = shown(assessed(5), everything=True)
    assert [number for number in range(1, 6) if f"Punt nummer {number}." in text] == [1, 2, 3, 4, 5]


def test_a_way_out_for_the_caseworker_is_numbered_as_its_key() -> None:
    assessment = assessed(1, proposals=(way("eerste"), way("tweede")))
    text = shown(assessment)
    assert "  1  Eerste. U krijgt het." in text
    assert "  2  Tweede. U krijgt het." in text
    keys = [(choice.key, choice.choice) for choice in counter.choices(assessment, able=True)]
    assert keys == [("1", "eerste"), ("2", "tweede"), ("n", "follow"), ("z", ""), ("j", ""), ("s", "")]


def test_a_way_out_that_is_somebody_elses_has_no_key_and_names_the_role() -> None:
    mine, theirs = way("mijn"), way("hun", authority="senior_teamleider", say="Dit kan mijn collega.")
    assessment = assessed(1, proposals=(theirs, mine))
    text = shown(assessment)
    assert "  1  Mijn. U krijgt het." in text
    assert "UITZONDERING MOGELIJK DOOR: SENIOR TEAMLEIDER\n  1  Hun (artikel 1)" in text
    assert '"Dit kan."' in text
    assert [choice.choice for choice in counter.choices(assessment, able=True) if choice.kind == "do"] == ["mijn"]


def test_whoever_may_do_more_sees_more_as_her_own() -> None:
    assessment = assessed(1, proposals=(way("hun", authority="teamleider"), way("zwaar", authority="jurist")))
    keys = counter.choices(assessment, able=True, may=lambda role: role == "teamleider")
    text = "\n".join(lines(check.screen(assessment, "Verzonnen regel", may=lambda role: role == "teamleider")))
    assert [choice.choice for choice in keys if choice.kind == "do"] == ["hun"]
    assert text.index("DIT MAG U ZELF DOEN\n  1  Hun.") < text.index("UITZONDERING MOGELIJK DOOR: JURIST\n  1  Zwaar")


@pytest.mark.parametrize("changed", [{"track": "zwaar"}, {"four_eyes": True}, {"ask_jurist": True}])
def test_a_way_out_that_needs_more_than_one_key_is_no_key(changed: dict[str, Any]) -> None:
    choices = counter.choices(assessed(1, proposals=(way(**changed),)), able=True)
    assert [choice.key for choice in choices if choice.kind == "do"] == []


def proposed(assessment: Assessment) -> str:
    return "\n".join(lines(propose.screen(assessment, "Verzonnen regel", case="z1", file="z1.json")))


def test_what_the_jurist_must_see_first_cannot_be_chosen() -> None:
    assessment = assessed(1, proposals=(way("via_jurist", ask_jurist=True, track="zwaar"), way("zelf", track="zwaar")))
    assert re.findall("--choice .*", proposed(assessment)) == ["--choice zelf"]
    assert decide.keys(assessment) == {"1": "zelf", "v": "follow", "s": ""}


def test_while_the_outcome_is_unknown_one_is_sent_to_the_questions_and_nothing_is_promised() -> None:
    promise = {"id": "bellen", "what": "Wij bellen u.", "who": "team", "last_day": "2026-03-02"}
    known, unknown = assessed(promises=(promise,)), assessed(promises=(promise,), outcome=UNKNOWN)
    assert ("Wij bellen u." in proposed(known), "maatwerk decide z1.json" in proposed(known)) == (True, True)
    assert proposed(unknown).endswith("Stel eerst de vragen. Besluiten kan nog niet.\nVerder:  maatwerk check z1.json")
    assert "Wij bellen u." not in proposed(unknown)


def test_leaving_a_point_aside_needs_words_and_doing_what_is_proposed_does_not() -> None:
    do, follow, *_ = counter.choices(assessed(1, proposals=(way(),)), able=True)
    assert (do.needs_reasons, follow.needs_reasons) == (False, True)


def test_following_a_rule_without_any_doubt_is_one_key() -> None:
    follow, *_ = counter.choices(assessed(), able=True)
    assert (follow.key, follow.needs_reasons) == ("1", False)


@pytest.mark.parametrize("changed", [{"track": "zwaar"}, {"outcome": UNKNOWN}])
def test_nothing_is_decided_at_the_counter_on_the_heavy_track_or_an_unknown_outcome(changed: dict[str, Any]) -> None:
    choices = counter.choices(assessed(**changed), able=True)
    assert ["see", "stop"] == [choice.kind for choice in choices]


def test_where_nothing_was_found_the_person_is_asked() -> None:
    assert "Het programma zag niets. Ziet u wel iets?" in shown(assessed())


def test_reasoners_that_differ_are_said_and_end_with_6() -> None:
    assessment = assessed(1, reasoner={"engine": "durable", "agreed": False})
    assert "de twee redeneerders van het programma verschillen" in shown(assessment).replace("\n", " ")
    assert check.exit_code(assessment) == 6


def test_a_draft_is_said_plainly() -> None:
    text = shown(assessed(ruleset={**assessed().ruleset.model_dump(), "status": "concept"}))
    assert "concept, regels geldig vanaf 1 januari 2026" in text
    assert "Deze regels zijn een concept: toetsen kan, besluiten niet." in text


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, 0),
        ({"findings": 1}, 4),
        ({"outcome": UNKNOWN}, 3),
        ({"questions": ({"fact": "f", "question": "Hoe?", "who": ("inwoner",), "settles": ""},)}, 3),
    ],
)
def test_the_exit_code_tells_what_is_open(changed: dict[str, Any], code: int) -> None:
    assert check.exit_code(assessed(**changed)) == code


def test_an_amount_that_is_not_known_is_said_with_its_ends() -> None:
    assert "Niet doen, ten minste €\u00a0300,00 per maand" in shown(assessed(outcome=paying("300.00", None)))


def test_an_amount_stands_with_its_period_as_in_the_explanation() -> None:
    proposal = way(track="zwaar", shown_after=paying("449.00", "449.00", "bedrag: € 449,00 per jaar")["shown"])

    assert "Wel doen, € 449,00 per jaar" in shown(assessed(1, proposals=(proposal,)))


def paying(low: str, high: str | None, words: str = "bedrag: ten minste €\u00a0300,00 per maand") -> dict[str, Any]:
    amount = {"name": "bedrag", "value": low if low == high else None, "low": low, "high": high, "words": words}
    return {**assessed().outcome.model_dump(), "amount_from": low, "shown": (amount,)}


def test_plain_says_the_same_as_columns() -> None:
    assessment = assessed(2, proposals=(way(),))
    columns, plain = shown(assessment), shown(assessment, plain=True)
    assert sorted(_words(plain)) == sorted(_words(columns))


def _words(text: str) -> list[str]:
    return [word for word in (word.strip(".:").lower() for word in text.split()) if word]


def test_typed_text_cannot_steer_the_terminal() -> None:
    assert safe("a\x1b[2Jb\rc\u202ed") == "a\ufffd[2Jb\ufffdc\ufffdd"


def test_a_long_title_puts_the_rules_on_a_line_of_their_own() -> None:
    made = lines((Title("x" * 60, "regels geldig vanaf 1 januari 2026"),))
    assert made == ["x" * 60, f"{'regels geldig vanaf 1 januari 2026':>78}"]


def test_values_of_one_section_stand_below_each_other() -> None:
    section = Section("LABEL", "hart", (Pair("a", "1"), Pair("langer", "2"), Paragraph("los")))
    assert lines((section,)) == ["LABEL                 hart", "  a        1", "  langer   2", "  los"]


def test_a_table_without_room_is_told_in_words() -> None:
    table = Table(("eerste", "tweede"), (("x" * 60, "y"),))
    assert lines((Section(body=(table,)),)) == [f"eerste: {'x' * 60}; tweede:", "  y"]


def test_an_item_keeps_its_lines_below_its_text() -> None:
    section = Section("LABEL", "", (Item("1", "doe dit", "mag", ("want dat",)),))
    assert lines((section,)) == ["LABEL", f"  1  doe dit{'mag':>66}", "     want dat"]
