"""Decisions made by hand, about people who do not exist, on a ruleset that exists for these tests only."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from maatwerk.assessment.model import Assessment
from maatwerk.decision.model import Decision
from maatwerk.letter.draft import Draft
from maatwerk.letter.model import Bullets, Letter, SectionKind, Sender
from maatwerk.letter.notice import Notice, NoticeKind, notice_letter
from maatwerk.letter.sections import compose
from maatwerk.ruleset.model import Ruleset
from maatwerk.ruleset.reading import read_ruleset

HERE = Path(__file__).parent
SENT = date(2026, 2, 20)
SENDER = Sender(
    name="Gemeente Voorbeeld (verzonnen)",
    municipality="Voorbeeld",
    body="het college van burgemeester en wethouders",
    objection_address=("Gemeente Voorbeeld", "Postbus 0", "0000 AA Voorbeeld"),
    complaint_address=("Gemeente Voorbeeld", "Postbus 1", "0000 AA Voorbeeld"),
    court="Rechtbank Voorbeeld (verzonnen)",
    phone_hours="maandag tot en met vrijdag van 9.00 tot 17.00 uur",
    visiting_address=("Raadhuisplein 0", "Voorbeeld"),
    visiting_hours="maandag tot en met vrijdag van 9.00 tot 16.00 uur",
)
FACTS = {
    "aanvraagdatum": ("2026-02-02", "2 februari 2026", "gewoon"),
    "woont_hier": ("ja", "ja", "gewoon"),
    "inkomen": ("1800.00", "€ 1.800,00 per maand", "financieel"),
    "eenmalig": ("400.00", "€ 400,00 per maand", "financieel"),
    "al_een_pas": ("nee", "nee", "gewoon"),
    "kind_sport": ("ja", "ja", "derde"),
}
ALTERNATIVES = {
    "korting_club": "Veel clubs geven korting. Vraag uw club daarnaar.",
    "later": "Wordt uw inkomen lager? Vraag de sportpas dan opnieuw aan.",
}
WAY_OUT = {
    "id": "eenmalig_telt_niet",
    "exceptions": ["eenmalig_telt_niet"],
    "grounds": [{"id": "hardheid", "article": "Beleidsregel sportpas, artikel 9", "rung": "D"}],
    "sets_aside": ["inkomen_laag", "inkomen_net_laag"],
    "outcome_after": "hele_pas",
    "amount_after": "120.00",
    "shown_after": [],
    "resolves": ["harde_grens"],
    "remains": [],
    "authority": "behandelaar",
    "four_eyes": False,
    "conditions": ["Laat ons voor 1 juli 2026 een nieuwe loonstrook zien."],
    "until": "2027-02-18",
    "questions": [],
    "third_parties": None,
    "say": "Een eenmalig bedrag hoeft niet mee te tellen.",
    "ask_jurist": False,
}


@cache
def sportpas() -> Ruleset:
    found = read_ruleset(HERE / "rulesets" / "sportpas" / "2026-01-01.md")
    assert found.ruleset is not None, found.problems
    return found.ruleset


def fact(name: str, **changes: object) -> dict[str, object]:
    value, words, privacy = FACTS[name]
    verified = name in {"inkomen", "woont_hier", "al_een_pas"}
    told = {"question": "", "by": "", "source": "", "on": None, "verified": verified, "contested": False}
    return {"name": name, "value": value, "words": words, "privacy": privacy, **told, **changes}


def assessment(outcome: str, *, decisive: list[list[str]], **changes: object) -> Assessment:
    strict: dict[str, object] = {
        "id": outcome,
        "kind": "",
        "amount": None,
        "amount_from": None,
        "amount_to": None,
        "shown": [],
    }
    data: dict[str, Any] = {
        "ruleset": {
            "id": "sportpas",
            "valid_from": "2026-01-01",
            "rules_hash": "0",
            "text_hash": "1",
            "status": "vastgesteld",
        },
        "reference_date": "2026-02-02",
        "outcome": {**strict, "text": "", "say": ""},
        "criteria": [],
        "questions": [],
        "decisive": decisive,
        "findings": [],
        "proposals": [],
        "no_room": None,
        "alternatives": [],
        "promises": [],
        "equal_cases": [],
        "reasoner": {"engine": "naive", "agreed": True},
        "points": [],
        "not_judged": [],
        "settings": {},
        "to_check": [],
        "track": "zwaar",
        "remedy": "bezwaar",
        "say_first": "",
        "facts_hash": "2",
        "assessment_hash": "3",
    }
    return Assessment.model_validate({**data, **changes})


def decision(outcome: str, given: Assessment, changes: dict[str, object]) -> Decision:
    data: dict[str, object] = {
        "case": "z7k3",
        "choice": "follow",
        "sort": "follow",
        "outcome": outcome,
        "amount": None,
        "track": "zwaar",
        "reasons": "",
        "answers": [],
        "contact_moment": None,
        "no_contact_reason": "",
        "decider": {"id": "tdw", "name": "T. de Wit (verzonnen)", "role": "teamleider Inkomen"},
        "facts": [fact(name) for name in FACTS],
        "resident": {
            "name": "N. de Boer (verzonnen)",
            "salutation": "mevrouw De Boer",
            "address": ["Dorpsstraat 0", "0000 AA Voorbeeld"],
        },
        "contact": {"name": "S. Yilmaz (verzonnen)", "role": "klantmanager", "phone": "0572 - 00 00 00"},
        "received": "2026-02-02",
        "notes": ["Dit is een notitie voor intern gebruik."],
        "assessment": given,
        "at": datetime(2026, 2, 18, 13, 7, tzinfo=UTC),
        "engine_version": "0.1.0",
    }
    return Decision.model_validate({**data, **changes})


def no_room(kind: str) -> dict[str, Any]:
    return {"kind": kind, "text": "", "jurist_question": "Mag het toch?", "signal_upward": kind == "wet_verbiedt"}


def alternatives() -> list[dict[str, str]]:
    return [{"id": name, "kind": "x", "text": text, "source": ""} for name, text in ALTERNATIVES.items()]


def promise(last_day: str | None = "2026-03-02") -> dict[str, Any]:
    return {"id": "pas_thuis", "what": "U krijgt de sportpas thuis.", "who": "team sport", "last_day": last_day}


def refusal(kind: str, **changes: object) -> Decision:
    """A refusal in one of the kinds of no. Forbidden by law: there already is a card. Else: too much income."""
    forbidden = kind == "wet_verbiedt"
    given = assessment(
        "geen_pas",
        decisive=[["nog_geen_pas"]] if forbidden else [["inkomen_net_laag"]],
        no_room=no_room(kind),
        alternatives=alternatives()[:1] if forbidden else alternatives(),
        questions=[{"fact": "eenmalig", "question": "", "who": ["inwoner"], "settles": ""}]
        if kind == "feiten_ontbreken"
        else [],
    )
    known = [fact(name) for name in FACTS if kind != "feiten_ontbreken" or name != "eenmalig"]
    if forbidden:
        known = [fact("al_een_pas", value="ja", words="ja") if each["name"] == "al_een_pas" else each for each in known]
        known = [fact("inkomen", value="1200.00") if each["name"] == "inkomen" else each for each in known]
    return decision("geen_pas", given, {"facts": known, **changes})


def granted_exception(**changes: object) -> Decision:
    given = assessment("geen_pas", decisive=[["inkomen_net_laag"]], proposals=[WAY_OUT], promises=[promise()])
    moment = {
        "on": "2026-02-16",
        "by": "S. Yilmaz (verzonnen)",
        "channel": "telefoon",
        "said": "De € 400 is vakantiegeld.",
    }
    chosen = {
        "choice": "eenmalig_telt_niet",
        "sort": "except",
        "amount": "120.00",
        "reasons": "Uw inkomen was maar één maand hoger. U gebruikte dat geld voor een huurschuld.",
        "contact_moment": moment,
    }
    return decision("hele_pas", given, {**chosen, **changes})


def full_grant(**changes: object) -> Decision:
    given = assessment("hele_pas", decisive=[], promises=[promise()])
    facts = [fact(name) for name in FACTS if name != "inkomen"]
    facts.append(fact("inkomen", value="1200.00", words="€ 1.200,00 per maand"))
    return decision("hele_pas", given, {"facts": facts, "amount": "120.00", **changes})


def partial_grant(**changes: object) -> Decision:
    given = assessment(
        "halve_pas", decisive=[["inkomen_laag"]], no_room=no_room("gewogen_nee"), alternatives=alternatives()[:1]
    )
    facts = [fact(name) for name in FACTS if name != "inkomen"]
    facts.append(fact("inkomen", value="1600.00", words="€ 1.600,00 per maand"))
    chosen = {"amount": "60.00", "reasons": "Uw inkomen blijft ook de komende maanden boven de grens."}
    return decision("halve_pas", given, {"facts": facts, **chosen, **changes})


def forwarded(**changes: object) -> Decision:
    given = assessment("andere_gemeente", decisive=[], no_room=no_room("niet_aan_ons"))
    facts = [fact("aanvraagdatum"), fact("woont_hier", value="nee", words="nee")]
    return decision("andere_gemeente", given, {"facts": facts, **changes})


def on_the_way(kind: NoticeKind) -> Letter:
    """A letter before there is a decision, on a case that would be refused, or of which a fact is missing."""
    made = refusal("feiten_ontbreken" if kind == "aanvullen" else "gewogen_nee")
    notice = Notice(kind, date(2026, 6, 1), "Wij wachten op uw club.", "het UWV")
    return notice_letter(Draft("z7k3", made, sportpas(), SENDER, SENT, "nl", kind), notice)


def letter_for(
    made: Decision,
    *,
    lang: str = "nl",
    sender: Sender = SENDER,
    sent_on: date = SENT,
    rules: Ruleset | None = None,
) -> Letter:
    return compose("2026-0413", made, rules or sportpas(), sender, sent_on, lang)


LAPTOP_FACTS = {
    "aanvraagdatum": ("2026-09-01", "1 september 2026", "gewoon"),
    "huishouden": ("alleenstaand", "alleenstaand", "gewoon"),
    "inkomen": ("1690.80", "€ 1.690,80 per maand", "financieel"),
    "eenmalig_inkomen": ("200.00", "€ 200,00 per maand", "financieel"),
    "beslag": ("0.00", "€ 0,00 per maand", "financieel"),
    "geboortedatum_kind": ("2012-05-01", "1 mei 2012", "derde"),
    "volgt_onderwijs": ("ja", "ja", "derde"),
    "eerder_gekregen": ("nee", "nee", "gewoon"),
    "laptop_bruikbaar": ("nee", "nee", "gewoon"),
}


def laptop_exception() -> Decision:
    """Nine euros too much because of holiday pay, in the laptop ruleset that comes with the program."""
    way_out = {
        **WAY_OUT,
        "id": "besteedbaar_inkomen",
        "exceptions": ["besteedbaar_inkomen"],
        "grounds": [{"id": "awb_4_84", "article": "Awb, artikel 4:84", "rung": "D"}],
        "outcome_after": "hele_vergoeding",
        "amount_after": "449.00",
        "conditions": [],
        "until": None,
    }
    given = assessment("geen_vergoeding", decisive=[["inkomen_net_laag"]], proposals=[way_out])
    facts = [
        {
            **fact("eenmalig"),
            "name": name,
            "value": value,
            "words": words,
            "privacy": privacy,
            "verified": name == "inkomen",
        }
        for name, (value, words, privacy) in LAPTOP_FACTS.items()
    ]
    return granted_exception(
        choice="besteedbaar_inkomen",
        outcome="hele_vergoeding",
        amount="449.00",
        assessment=given,
        facts=facts,
        contact_moment={"on": "2026-02-16", "by": "S. Yilmaz (verzonnen)", "said": "De € 9 is vakantiegeld."},
        reasons="Uw inkomen is € 9,00 te hoog. Dat komt door vakantiegeld. Uw kind heeft de laptop nu nodig.",
    )


def words(letter: Letter, kind: SectionKind) -> str:
    section = letter.section(kind)
    assert section is not None
    texts = [
        text for block in section.blocks for text in (block.items if isinstance(block, Bullets) else (block.text,))
    ]
    return " ".join(texts).replace("\u00a0", " ")


def all_lines(letter: Letter) -> list[str]:
    blocks = [block for section in letter.sections for block in section.blocks]
    return [line for each in blocks for line in (each.items if isinstance(each, Bullets) else (each.text,))]
