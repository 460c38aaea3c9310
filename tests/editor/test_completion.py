"""What may be written where one is typing."""

from __future__ import annotations

import pytest

from tests.editor.marked import offered, typed

RANKS = ["wet", "amvb_of_regeling", "verordening", "beleidsregel", "werkinstructie"]


def test_a_block_offers_the_keys_that_it_does_not_have_those_that_it_needs_first() -> None:
    found = offered("- bron: artikel 1\n- rang: beleidsregel", "- ▮\n- rang: beleidsregel")

    assert "bron" == found[0]
    assert {"ruimte", "valt_onder", "nagaan", "voldaan_en"} <= set(found)
    assert {"rang", "eis", "dient"}.isdisjoint(found)


@pytest.mark.parametrize("half", ["-▮", "- ▮", "- r▮", "- ra▮ng"])
def test_a_key_is_written_with_its_colon_over_what_was_typed(half: str) -> None:
    assert "- rang: " == typed("- rang: beleidsregel", half, "rang")


def test_a_key_that_has_its_colon_gets_no_second_one() -> None:
    assert "- ruimte: beleidsregel" == typed("- rang: beleidsregel", "- ra▮ng: beleidsregel", "ruimte")


def test_a_fixed_word_is_offered_with_no_other() -> None:
    assert RANKS == offered("- rang: beleidsregel", "- rang: ▮")


def test_a_heading_offers_the_kinds_of_block() -> None:
    assert {"Voorwaarde", "Open norm", "Instellingen"} <= set(offered("### Voorwaarde: inkomen_laag", "### ▮"))
    assert "### Open norm: " == typed("### Voorwaarde: inkomen_laag", "### op▮", "Open norm")
    assert [] == offered("### Voorwaarde: inkomen_laag", "### Voorwaarde: inkomen▮")


def test_an_expression_offers_names_functions_and_words() -> None:
    found = offered("- eis: inkomen <=", "- eis: ▮ <=")

    assert {"inkomen", "grens", "is_paar", "inkomen_laag", "zaak_vandaag", "afronden", "er_is", "als"} <= set(found)
    assert {"ja_steun", "steun", "beleid"}.isdisjoint(found)


def test_a_field_of_a_list_is_offered_where_that_list_is_asked_about() -> None:
    assert "geboren_op" not in offered("- eis: inkomen <=", "- eis: ▮ <=")
    assert "geboren_op" in offered("- eis: inkomen <=", "- eis: er_is(kinderen waar ▮) of inkomen <=")
    assert "kinderen" in offered("- eis: inkomen <=", "- eis: er_is(▮) of inkomen <=")


@pytest.mark.parametrize("before", ["huishouden = ▮", "huishouden != ▮", "huishouden in (▮", "huishouden in (paar; ▮"])
def test_after_a_choice_only_its_options_are_offered(before: str) -> None:
    assert ["alleen", "paar"] == offered("- is: huishouden = paar", f"- is: {before}")


def test_the_condition_of_an_outcome_offers_what_it_may_name() -> None:
    may = ["inkomen_laag", "is_paar", "en", "of", "niet", "anders"]

    assert may == offered("- als: inkomen_laag", "- als: ▮")
    assert "anders" not in offered("- als: inkomen_laag", "- als: inkomen_laag en ▮")


def test_the_month_of_a_fixed_day_is_offered() -> None:
    found = offered("- eis: inkomen <=", "- eis: aanvraagdatum <= dag_van_jaar(aanvraagdatum; 1; ▮")

    assert ["januari", "december"] == [found[0], found[-1]]
    assert "oktober" not in offered("- eis: inkomen <=", "- eis: aanvraagdatum <= dag_van_jaar(aanvraagdatum; ▮")


def test_a_name_that_only_stands_behind_the_cursor_is_not_written_over() -> None:
    assert "- als: is_paar en inkomen_laag" == typed("- als: inkomen_laag", "- als: ▮ en inkomen_laag", "is_paar")


def test_grounds_are_offered_for_an_exception_those_of_building_blocks_too() -> None:
    found = offered("- grond: beleid", "- grond: ▮")

    assert "beleid" == found[0]
    assert "awb_4_84" in found


def test_a_name_in_a_list_of_names_is_offered_once() -> None:
    assert ["ja_steun", "geen_steun"] == offered(
        "### Grond: beleid", "### Gevolg: schuld\n\n- bij: ▮\n\n### Grond: beleid"
    )
    assert ["geen_steun"] == offered(
        "### Grond: beleid", "### Gevolg: schuld\n\n- bij: ja_steun, ▮\n\n### Grond: beleid"
    )


def test_a_text_offers_names_between_braces_only() -> None:
    assert "inkomen" in offered("- niet_voldaan: Uw inkomen is te hoog.", "- niet_voldaan: Uw inkomen is {▮")
    assert [] == offered("- niet_voldaan: Uw inkomen is te hoog.", "- niet_voldaan: Uw inkomen ▮")
    assert [] == offered("- niet_voldaan: Uw inkomen is te hoog.", "- niet_voldaan: Uw {inkomen} is ▮")
    assert [] == offered("- niet_voldaan: Uw inkomen is te hoog.", "- niet_voldaan: Een {{haak▮")


def test_the_front_matter_offers_its_keys_and_their_values() -> None:
    assert {"geldig_tot", "beslistermijn", "stapeling"} <= set(offered("rechtsmiddel: bezwaar", "▮"))
    assert "bouwsteen" not in offered("rechtsmiddel: bezwaar", "▮")
    assert ["bezwaar", "beroep", "beroep_college", "klacht", "geen"] == offered(
        "rechtsmiddel: bezwaar", "rechtsmiddel: ▮"
    )
    assert ["awb", "participatiewet"] == offered("gebruikt: awb", "gebruikt: ▮")
    assert ["aanvraagdatum", "kinderen.geboren_op"] == offered("peildatum: aanvraagdatum", "peildatum: ▮")


def test_a_table_offers_its_columns_and_what_fits_in_them() -> None:
    new = "| gegeven | soort | vraag | herkomst | wie | ▮ |\n"
    assert ["privacy", "vraag_en", "opties_en"] == offered("# Een voorbeeld\n", new)

    row = "| thuis | ▮"
    assert "keuze: a, b" in offered("| norm  | soort", f"| gegeven | soort |\n|---|---|\n{row}\n\n| norm  | soort")


def test_examples_offer_what_the_column_can_hold() -> None:
    table = "| geval | huishouden | => uitkomst | => bevindingen |\n|---|---|---|---|\n"

    def cell(row: str) -> list[str]:
        return offered("| geval    | aanvraagdatum", f"{table}{row}\n\n| geval    | aanvraagdatum")

    assert ["alleen", "paar", "onbekend"] == cell("| x | ▮ | | |")
    assert ["ja_steun", "geen_steun", "onbekend"] == cell("| x | | ▮ | |")
    assert {"harde_grens", "–"} <= set(cell("| x | | | ▮"))
    assert ["standaard"] == cell("| ▮ | | | |")


def test_what_an_exception_gives_is_a_column_with_the_cells_of_a_result() -> None:
    row = "| geval    | aanvraagdatum"
    after = "| geval | => uitkomst na net_te_veel |\n|---|---|\n| x | ▮ |"

    assert {"=> uitkomst na net_te_veel", "=> bedrag na net_te_veel"} <= set(offered(row, f"| geval | ▮ |\n\n{row}"))
    assert ["–", "ja_steun", "geen_steun", "onbekend"] == offered(row, f"{after}\n\n{row}")


def test_columns_of_examples_are_facts_and_what_is_expected() -> None:
    found = offered("| geval    | aanvraagdatum", "| geval | ▮ |\n\n| geval    | aanvraagdatum")

    assert {"inkomen", "kinderen", "zaak_vandaag", "=> uitkomst", "=> is_paar"} <= set(found)


def test_a_broken_block_is_offered_all_the_same() -> None:
    broken = "### Voorwaarde: half\n\n- eis: inkomen <\n\n### Uitkomst: ja_steun\n\n- als: ▮"

    assert "half" in offered("### Uitkomst: ja_steun\n\n- als: inkomen_laag", broken)


def test_prose_offers_nothing() -> None:
    assert [] == offered("# Een voorbeeld\n", "# Een voorbeeld\n\nZomaar een ▮ zin.\n")


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("### Grond: g\n\n- vragen: ▮", ["geschikt", "noodzakelijk", "evenwichtig"]),
        ("### Grond: g\n\n- vier_ogen: ▮", ["ja", "nee"]),
        ("### Uitzondering: u\n\n- vier_ogen: ▮", ["ja", "boven € 500"]),
        ("### Bedoeling: b\n\n- draagt: ▮", ["0", "1", "2", "3", "4"]),
        ("### Voorwaarde: v\n\n- kleine_marge: ▮", ["5%", "14 dagen", "0 dagen"]),
        ("### Voorwaarde: v\n\n- per: ▮", ["kinderen"]),
        ("### Oordeel: o\n\n- soort: ▮", ["ja_nee", "keuze: a, b"]),
        ("### Belofte: b\n\n- termijn: ▮", []),
        ("### Signaal: s\n\n- onzin: ▮", []),
        ("### Onzin: s\n\n- als: ▮", []),
    ],
)
def test_each_key_offers_what_fits_it(block: str, found: list[str]) -> None:
    assert found == offered("### Grond: beleid\n", f"{block}\n\n### Grond: beleid\n")


def test_a_term_offers_its_units_after_a_number() -> None:
    block = "### Belofte: b\n\n- termijn: 10 ▮\n\n### Grond: beleid\n"

    assert {"werkdagen", "weken"} <= set(offered("### Grond: beleid\n", block))


def test_roles_are_those_that_the_text_uses_and_those_of_the_program() -> None:
    found = offered("- bevoegd: jurist", "- bevoegd: ▮")

    assert {"behandelaar", "jurist", "teamleider"} <= set(found)


def test_what_a_rule_falls_under_is_what_a_ground_asks() -> None:
    ranks_and_more = offered("- geldt_voor: beleidsregel", "- geldt_voor: ▮")

    assert [*RANKS, "kan_bepaling"] == ranks_and_more[:6]


def test_a_replacement_begins_with_a_name_and_goes_on_with_an_expression() -> None:
    first = "- vervang: ▮\n- bevoegd: behandelaar"
    then = "- vervang: huishouden = ▮\n- bevoegd: behandelaar"
    last = "- vervang: inkomen = ▮\n- bevoegd: behandelaar"

    assert {"inkomen", "grens", "is_paar"} <= set(offered("- bevoegd: behandelaar", first))
    assert "inkomen_laag" not in offered("- bevoegd: behandelaar", first)
    assert ["alleen", "paar"] == offered("- bevoegd: behandelaar", then)
    assert {"afronden", "inkomen_laag"} <= set(offered("- bevoegd: behandelaar", last))
