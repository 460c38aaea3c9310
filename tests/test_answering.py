"""An answer belongs to what it was written for, and says something; a contact is one about this request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.api import check, decide
from maatwerk.basics.errors import NoSuchAnswer, StillOpen
from maatwerk.case.model import ContactMoment
from maatwerk.decision.answering import meaningful
from maatwerk.decision.deciding import questions_to_answer
from tests.findings.small import TODAY, case, ruleset
from tests.test_deciding import AT, LATE, PEOPLE, POINT, REASONS, RULES, TALK

if TYPE_CHECKING:
    from maatwerk.assessment.model import Assessment

NOTHING_SAID = (
    "", " ", "-", "--", ".", "...", "?", "!", "0", "12", "x", "xx", "xxx", "aaaa", "ja", "ok ja", "nvt", "NVT.",
    "n.v.t", "n.v.t.", "N. V. T.", "n/v/t", "nvt!", "Niet van toepassing.", "geen", "GEEN!", "niets", "zie boven",
    "Zie hierboven.", "none", "Not applicable", "n/a", "\u200b", "\u200b\u200b\u200b", "\N{NO-BREAK SPACE}",
    "\uff4e\uff56\uff54",
)  # fmt: skip
SOMETHING_SAID = (
    "nee",
    "Ja, dat kan.",
    "U was ziek.",
    "e\u0301e\u0301n keer",
    "Zie boven: zij was ziek.",
    "Çok hasta.",
)


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_what_says_nothing_is_no_answer(text: str) -> None:
    assert not meaningful(text)


@pytest.mark.parametrize("text", SOMETHING_SAID)
def test_a_few_words_are_an_answer(text: str) -> None:
    assert meaningful(text)


@given(st.sampled_from(NOTHING_SAID), st.text("-. !?:;,/0123456789\u200b"))
def test_signs_and_numbers_never_make_nothing_into_an_answer(text: str, signs: str) -> None:
    assert not meaningful(signs.join(["", *text, ""]))


def checked(notes: tuple[str, ...] = (), process: dict[str, Any] | None = None) -> Assessment:
    """The assessment of a late request."""
    rules = ruleset(RULES)
    return check(rules, case(rules, process=process, **LATE), today=TODAY, adopted=True, notes=notes)


def keys(*notes: str) -> list[str]:
    """What following the rule asks about the points of a late request."""
    return [each.key for each in questions_to_answer(checked(notes), "follow") if each.kind == "point"]


def test_a_point_is_asked_by_what_it_is_about() -> None:
    assert ["point:doel_gemist:tijdig"] == keys()


def test_a_key_stays_when_another_point_takes_its_letter() -> None:
    without, told = (
        {point.key: point.letter for point in found.points}
        for found in (checked(("Is ziek.",)), checked(("Is ziek.",), process={}))
    )

    assert {"doel_gemist:tijdig": "A", "door_mens_gezien:is_ziek": "B"} == without
    assert {"doel_gemist:tijdig": "A", "niet_gehoord": "B", "door_mens_gezien:is_ziek": "C"} == told


def test_what_a_person_saw_is_asked_by_its_words() -> None:
    one, both = keys("Zij is ziek."), keys("Zij is ziek.", "De school belde: het kind heeft geen laptop.")

    assert "point:door_mens_gezien:zij_is_ziek" == one[-1]
    assert set(one) < set(both)
    assert len(set(both)) == 3


def test_two_long_notes_that_begin_the_same_are_asked_apart() -> None:
    assert 3 == len(set(keys("Zij zegt dat zij nu al lang ziek is.", "Zij zegt dat zij nu al weer werkt.")))


def attempt(talk: ContactMoment | None = TALK, *, received: str | None = None, **said: Any) -> str:  # noqa: ANN401
    """What deciding to follow the rule gives: `besloten`, or what was said about it."""
    rules = ruleset(RULES)
    found = case(rules, received=received, **LATE)
    told = check(rules, found, today=TODAY, adopted=True, roles=PEOPLE.order())
    words = {"reasons": REASONS, "answers": {POINT: "Gewogen."}, "contact_moment": talk, **said}
    try:
        decide(rules, found, told, choice="follow", person=PEOPLE.person[1], people=PEOPLE, at=AT, **words)
    except (StillOpen, NoSuchAnswer) as refused:
        return f"{refused.exit_code}: {refused}"
    return "besloten"


def test_an_answer_to_what_is_not_asked_is_refused_with_what_is() -> None:
    told = attempt(answers={"point:B": "De termijn is niet voorbij."})

    assert told.startswith("1: ")
    assert told.index("point:B") < told.index("Dit wordt gevraagd:\n  - point:doel_gemist:tijdig")


def test_an_answer_too_many_is_refused_too() -> None:
    assert "question:geschikt" in attempt(answers={POINT: "Gewogen.", "question:geschikt": "Dat is het."})


def test_reasons_among_the_answers_are_told_to_be_missing() -> None:
    assert attempt(answers={POINT: "Gewogen.", "reasons": REASONS}, reasons="").startswith("4: ")


@pytest.mark.parametrize("text", ["nvt.", "n. v. t.", "...", "--", "?", "0", "xx", "\u200b"])
def test_a_point_and_reasons_are_not_answered_by_what_says_nothing(text: str) -> None:
    assert attempt(answers={POINT: text}).startswith("4: ")
    assert attempt(reasons=text).startswith("4: ")
    assert attempt(None, no_contact_reason=text).startswith("4: ")


def spoke(on: str = "2026-03-01", by: str = "S. Yilmaz (verzonnen)", said: str = "Ik was ziek.") -> ContactMoment:
    return ContactMoment.model_validate({"on": on, "by": by, "said": said})


def test_a_contact_says_when_by_whom_and_what_was_said() -> None:
    assert "besloten" == attempt(spoke())


@pytest.mark.parametrize("missing", [spoke(by=""), spoke(by=" - "), spoke(said=""), spoke(said="n.v.t.")])
def test_a_contact_without_a_name_or_words_is_asked_again(missing: ContactMoment) -> None:
    assert "Wie sprak de inwoner" in attempt(missing)


def test_a_contact_that_is_still_to_come_is_asked_again() -> None:
    assert "besloten" == attempt(spoke(on="2026-03-02"))
    assert "Wie sprak de inwoner" in attempt(spoke(on="2026-03-03"))


def test_a_contact_from_before_the_request_is_asked_again() -> None:
    assert "besloten" == attempt(spoke(on="2026-02-20"), received="2026-02-20")
    assert "Wie sprak de inwoner" in attempt(spoke(on="2026-02-19"), received="2026-02-20")


def test_without_a_day_of_receipt_any_contact_before_now_counts() -> None:
    assert "besloten" == attempt(spoke(on="2025-01-01"))


def test_a_good_reason_not_to_speak_counts() -> None:
    assert "besloten" == attempt(None, no_contact_reason="De inwoner nam drie keer niet op.")
