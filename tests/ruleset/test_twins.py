"""Every text may have an English twin, also who keeps a promise and on whose behalf decisions are taken."""

from __future__ import annotations

from maatwerk.basics.text import use_language
from maatwerk.ruleset.identity import rules_of
from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text
from tests.findings.small import check
from tests.ruleset import problem_pages as page

RULES = """
### Voorwaarde: tijdig

- eis: dag >= 2026-01-01

### Uitkomst: steun

- als: tijdig
- soort: toekenning

### Uitkomst: geen_steun

- als: niet tijdig

### Belofte: bellen

- wie: het team Zorg
- wie_en: the Care team
"""


def test_who_keeps_a_promise_is_named_in_the_language_of_the_call() -> None:
    assert check(RULES).promises[0].who == "het team Zorg"

    use_language("en")
    assert check(RULES).promises[0].who == "the Care team"


def test_the_body_has_a_twin_that_is_printed_and_changes_no_rule() -> None:
    plain = read_text(page.base(), "proef.md", page.LIBRARY).ruleset
    text = page.base().replace("\nbestuursorgaan: ", "\nbestuursorgaan_en: the executive\nbestuursorgaan: ")
    twin = read_text(text, "proef.md", page.LIBRARY).ruleset

    assert plain is not None
    assert twin is not None
    assert twin.header.body_en == "the executive"
    assert "bestuursorgaan_en: the executive" in print_ruleset(twin)
    assert "bestuursorgaan_en" not in print_ruleset(plain)
    assert rules_of(twin) == rules_of(plain)
