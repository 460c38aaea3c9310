"""The entry in the Algoritmeregister: what is known is filled in, the rest is left to the municipality."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from maatwerk.basics.text import use_language
from maatwerk.bench.show.entry import FIELDS, Entry, entry_of
from maatwerk.organisation.adoption import Adoption
from maatwerk.organisation.folder import Settings
from tests.findings.small import ruleset
from tests.show.reading import every_ruleset, rules_of
from tests.show.test_privacy import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset

DAY = date(2026, 3, 2)
ENDS = RULES.replace("\n| gegeven", "---\ngeldig_tot: 2026-06-01\n---\n| gegeven", 1)
OFFICE = Settings(name="gemeente Voorbeeld", municipality="Voorbeeld", body="het college", limits={})


def adopted(rules: Ruleset, by: str) -> Adoption:
    return Adoption(
        ruleset=rules.id,
        valid_from=rules.header.valid_from,
        rules_hash=rules.identity.rules_hash,
        text_hash=rules.identity.text_hash,
        drafted_by="rsmit",
        adopted_by=by,
        decision="nr. 7",
        published="gmb-1",
        on=date(2026, 1, 13),
        answers={},
    )


def made(**given: object) -> Entry:
    asked = {"adoption": None, "settings": None, "today": DAY, **given}
    return entry_of(ruleset(RULES), **asked)  # type: ignore[arg-type]


def test_what_only_a_municipality_knows_is_left_open() -> None:
    assert {
        "organization", "category", "begin_date", "end_date", "contact_email", "website", "publication_category", "url",
        "proportionality", "lawful_basis_grouping", "process_index_url", "impacttoetsen_grouping", "impacttoetsen",
        "source_data_grouping", "provider", "publiccode", "tags",
    } == set(made().to_fill_in)  # fmt: skip


def test_the_name_of_the_organisation_comes_from_its_folder() -> None:
    assert made(settings=OFFICE).values["organization"] == "gemeente Voorbeeld"


@pytest.mark.parametrize(
    ("text", "by", "today", "status"),
    [
        (RULES, "", DAY, "In ontwikkeling"),
        (RULES, "mbos", DAY, "In gebruik"),
        (RULES, "mbos", date(2025, 12, 31), "In ontwikkeling"),
        (ENDS, "mbos", date(2026, 5, 31), "In gebruik"),
        (ENDS, "mbos", date(2026, 6, 1), "Buiten gebruik"),
    ],
)
def test_the_status_follows_from_adoption_and_the_day(text: str, by: str, today: date, status: str) -> None:
    rules = ruleset(text)

    assert status == entry_of(rules, adopted(rules, by) if by else None, None, today).values["status"]


def test_the_texts_say_what_the_rules_are_for_and_that_a_person_decides() -> None:
    values = made().values

    assert "Hiervoor is de regel er." in str(values["goal"])
    assert "Het programma besluit niet." in str(values["human_intervention"])
    assert "Beleidsregel, artikel 1 (beleidsregel)" in str(values["lawful_basis"])
    assert "inkomen (bron: loonstrook; financieel)" in str(values["source_data"])
    assert "niet zelflerend" in str(values["methods_and_models"])


def test_the_entry_is_dutch_in_every_language() -> None:
    dutch = made()
    use_language("en")

    assert dutch == made()


@every_ruleset
def test_every_shipped_ruleset_fits_in_the_register(path: Path) -> None:
    found = entry_of(rules_of(path), None, OFFICE, DAY)

    assert list(FIELDS) == list(found.values)
    assert () == found.too_long


def test_a_text_that_is_too_long_for_the_register_is_told() -> None:
    assert ("name",) == Entry({"name": "n" * 101, "goal": "d" * 2500}).too_long
