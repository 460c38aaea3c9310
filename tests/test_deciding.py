"""Only a named person decides, with reasons, on what was shown, and only when nothing is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from maatwerk.api import check as assess
from maatwerk.api import decide
from maatwerk.basics.errors import MaatwerkError, NoSuchChoice, NotAllowed, StillOpen
from maatwerk.case.model import ContactMoment
from maatwerk.decision.deciding import questions_to_answer
from maatwerk.organisation.people import People, Person
from tests.findings.small import TODAY, case, fact, ruleset
from tests.reasoning.forgetful import forgetting, of_table

if TYPE_CHECKING:
    from maatwerk.case.model import Case
    from maatwerk.decision.model import Decision

RULES = """
| gegeven | soort |
|---|---|
| op_tijd | ja_nee |
| ziek | ja_nee |

### Voorwaarde: tijdig
- eis: op_tijd
- naar_bedoeling: ziek

### Uitkomst: geld
- als: tijdig
- soort: toekenning
- bedrag: € 400

### Uitkomst: geen_geld
- als: niet tijdig

### Uitzondering: ziekte
- op: tijdig
- grond: awb_4_84
- mag_als: ziek
- bevoegd: klantmanager
"""
LIGHT = (
    RULES.replace("- als: tijdig", "- spoor: licht\n- als: tijdig")
    .replace("- als: niet tijdig", "- spoor: licht\n- als: niet tijdig")
    .replace("- op: tijdig", "- spoor: licht\n- op: tijdig")
)
FOUR_EYES = RULES.replace("- op: tijdig", "- vier_ogen: ja\n- op: tijdig")
ROLES = ("behandelaar", "klantmanager", "teamleider", "jurist")
PEOPLE = People(
    roles={"inkomen": ROLES[:3], "recht": ROLES[3:]},
    person=tuple(
        Person(id=role, name=f"{role} (verzonnen)", role=role, login=f"verzonnen-{role}", initials=role[:2])
        for role in ROLES
    ),
)
AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
TALK = ContactMoment.model_validate(
    {"on": "2026-03-01", "by": "S. Yilmaz (verzonnen)", "channel": "telefoon", "said": "Ik was ziek."}
)
REASONS = "U lag in het ziekenhuis."
ANSWERS = {
    "question:geschikt": "Ja: het geld komt bij wie het nodig heeft.",
    "question:noodzakelijk": "Ja: minder helpt niet.",
    "question:evenwichtig": "Ja: niemand heeft er last van.",
}
LATE: dict[str, Any] = {"op_tijd": "nee", "ziek": "ja"}


def made(
    text: str = RULES,
    *,
    choice: str = "ziekte",
    role: str = "klantmanager",
    reasons: str = REASONS,
    answers: dict[str, str] | None = None,
    talk: ContactMoment | None = TALK,
    adopted: bool = True,
    later: Case | None = None,
    **facts: str | dict[str, object],
) -> Decision:
    """Decide on the assessment of a case; `later` is the case as it has become since."""
    rules = ruleset(text)
    given = case(rules, **(facts or LATE))
    person = PEOPLE.find(role)
    assert person is not None
    return decide(
        rules,
        later or given,
        assess(rules, given, today=TODAY, adopted=adopted),
        choice=choice,
        person=person,
        people=PEOPLE,
        at=AT,
        reasons=reasons,
        answers=ANSWERS if answers is None else answers,
        contact_moment=talk,
    )


def refused(kind: type[MaatwerkError], **what: Any) -> MaatwerkError:  # noqa: ANN401 - what `made` takes
    with pytest.raises(kind) as caught:
        made(**what)
    return caught.value


def asked(text: str, choice: str, **facts: str | dict[str, object]) -> list[str]:
    rules = ruleset(text)
    assessment = assess(rules, case(rules, **(facts or LATE)), today=TODAY, adopted=True)
    return [each.key for each in questions_to_answer(assessment, choice)]


def test_an_exception_by_someone_who_may_with_all_answers_is_a_decision() -> None:
    decision = made()

    assert ("except", "geld", "400.00", "zwaar") == (decision.sort, decision.outcome, decision.amount, decision.track)
    assert ("klantmanager", REASONS) == (decision.decider.role, decision.reasons)
    assert list(ANSWERS.values()) == [each.answer for each in decision.answers]


def test_the_strict_outcome_stands_beside_the_exception() -> None:
    assert "geen_geld" == made().assessment.outcome.id


def test_an_exception_on_the_heavy_track_asks_contact_its_questions_and_reasons() -> None:
    assert ["contact", *ANSWERS, "reasons"] == asked(RULES, "ziekte")


def test_following_a_doubtful_outcome_asks_its_points_and_reasons() -> None:
    assert ["contact", "point:A", "reasons"] == asked(RULES, "follow")


def test_leaving_a_way_out_aside_asks_reasons_though_nothing_was_noticed() -> None:
    quiet = LIGHT.replace("- naar_bedoeling: ziek\n", "").replace("- spoor: licht\n- op: tijdig", "- op: tijdig")

    assert ["reasons"] == asked(quiet, "follow")
    assert [] == asked(quiet, "follow", op_tijd="nee", ziek="nee")


def test_an_honest_no_on_the_heavy_track_asks_contact_and_reasons() -> None:
    assert ["contact", "reasons"] == asked(RULES, "follow", op_tijd="nee", ziek="nee")


def test_a_grant_by_the_rules_asks_contact_only() -> None:
    assert ["contact"] == asked(RULES, "follow", op_tijd="ja", ziek="nee")


def test_where_the_reasoners_differ_the_rule_is_followed_with_reasons_and_nothing_else_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with forgetting(monkeypatch, of_table("grounds")):
        assert ["contact", "reasons"] == asked(RULES, "follow", op_tijd="ja", ziek="nee")
        assert ["reasons"] == asked(LIGHT, "follow", op_tijd="nee", ziek="nee")
        assert 4 == refused(StillOpen, choice="follow", reasons="").exit_code
        assert 2 == refused(NoSuchChoice).exit_code
        assert "follow" == made(choice="follow", answers={"point:A": "Besproken."}).sort


def test_at_the_counter_an_exception_asks_nothing() -> None:
    assert [] == asked(LIGHT, "ziekte")
    assert "licht" == made(LIGHT, reasons="", answers={}, talk=None).track


def test_at_the_counter_a_doubtful_refusal_asks_one_line() -> None:
    assert ["reasons"] == asked(LIGHT, "follow")
    assert 4 == refused(StillOpen, text=LIGHT, choice="follow", reasons="", answers={}, talk=None).exit_code


def test_at_the_counter_an_honest_refusal_asks_nothing() -> None:
    assert [] == asked(LIGHT, "follow", op_tijd="nee", ziek="nee")


def test_a_heavy_exception_is_heavy_at_the_counter_too() -> None:
    heavy = LIGHT.replace("- spoor: licht\n- op: tijdig", "- op: tijdig")

    assert ["contact", *ANSWERS, "reasons"] == asked(heavy, "ziekte")


@pytest.mark.parametrize("role", ["klantmanager", "teamleider"])
def test_who_has_at_least_the_role_may(role: str) -> None:
    assert role == made(role=role).decider.role


@pytest.mark.parametrize("role", ["behandelaar", "jurist"])
def test_who_has_less_or_another_role_may_not(role: str) -> None:
    found = refused(NotAllowed, role=role)

    assert 5 == found.exit_code
    assert all(part in str(found) for part in (role, "klantmanager (verzonnen)", "teamleider (verzonnen)"))


def test_anyone_may_follow_the_rules() -> None:
    assert "follow" == made(choice="follow", role="behandelaar", answers={"point:A": "Gewogen."}).sort


def test_a_draft_can_check_but_not_decide() -> None:
    found = refused(NotAllowed, adopted=False)

    assert 5 == found.exit_code
    assert "concept" in str(found)


@pytest.mark.parametrize("changed", [{"op_tijd": "ja"}, {"ziek": "nee"}, {"ziek": fact("ja", contested=True)}])
def test_an_assessment_of_other_facts_is_stale(changed: dict[str, Any]) -> None:
    later = case(ruleset(RULES), **{**LATE, **changed})

    assert "verouderd" in str(refused(NotAllowed, later=later))


def test_an_assessment_by_other_rules_is_stale() -> None:
    old, new = ruleset(RULES.replace("€ 400", "€ 300")), ruleset(RULES)
    given = case(new, **LATE)
    person = PEOPLE.person[1]

    with pytest.raises(NotAllowed, match="verouderd"):
        decide(
            new, given, assess(old, given, today=TODAY, adopted=True), choice="ziekte", person=person, people=PEOPLE,
            at=AT, reasons=REASONS, answers=ANSWERS, contact_moment=TALK,
        )  # fmt: skip


def test_other_words_only_do_not_make_an_assessment_stale() -> None:
    noted = replace(case(ruleset(RULES), **LATE), notes=("Gebeld.",))

    assert "except" == made(later=noted).sort


def test_an_unknown_outcome_cannot_be_followed() -> None:
    assert 3 == refused(StillOpen, choice="follow", ziek="nee").exit_code


def test_open_points_are_named_and_nothing_is_decided() -> None:
    found = refused(StillOpen, choice="follow", answers={})

    assert 4 == found.exit_code
    assert "Punt A" in str(found)


def test_every_question_of_an_exception_needs_its_answer() -> None:
    for missing in ANSWERS:
        left = {key: answer for key, answer in ANSWERS.items() if key != missing}

        assert 4 == refused(StillOpen, answers=left).exit_code


def test_without_a_talk_there_must_be_a_reason() -> None:
    assert 4 == refused(StillOpen, talk=None).exit_code


@pytest.mark.parametrize(
    "empty", ["", "  ", "-", "n.v.t.", "NVT", "geen", "x", ".", "Niet van toepassing", "zie boven"]
)
def test_reasons_that_say_nothing_are_no_reasons(empty: str) -> None:
    assert 4 == refused(StillOpen, reasons=empty).exit_code
    assert 4 == refused(StillOpen, answers={**ANSWERS, "question:geschikt": empty}).exit_code


def test_four_eyes_cannot_be_given_by_one() -> None:
    assert 5 == refused(NotAllowed, text=FOUR_EYES).exit_code


def test_a_way_for_the_jurist_is_no_choice() -> None:
    found = refused(
        NotAllowed, text=RULES.replace("- mag_als: ziek", "- mag_als: nee"), choice="awb_4_84", role="jurist"
    )

    assert "jurist" in str(found)


def test_a_choice_that_is_not_there_is_refused_with_those_that_are() -> None:
    found = refused(NoSuchChoice, choice="zieke")
    assert "ziekte, follow, other" in str(found)
    assert 2 == found.exit_code


def test_what_neither_the_rule_nor_a_proposal_gives_needs_two_people() -> None:
    assert 5 == refused(NotAllowed, choice="other").exit_code


def test_light_points_are_answered_together() -> None:
    children = RULES.replace("- naar_bedoeling: ziek\n", "") + "\n### Gevolg: kind\n- bij: geen_geld\n- wie: kind\n"

    assert ["contact", "point:A", "reasons"] == asked(children, "follow")


def test_the_decision_keeps_the_facts_as_they_were() -> None:
    facts = {each.name: (each.value, each.words, each.verified) for each in made().facts}

    assert {
        "dag": ("2026-03-02", "2 maart 2026", True),
        "op_tijd": ("nee", "nee", True),
        "ziek": ("ja", "ja", True),
    } == facts
