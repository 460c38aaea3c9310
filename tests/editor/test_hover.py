"""What one is told about what stands there."""

from __future__ import annotations

import pytest

from maatwerk.api import examine_ruleset
from maatwerk.basics.text import use_language
from maatwerk.editor.hover import hover
from tests.editor.marked import FILE, looked_at, small, told


def test_a_fact_tells_its_question_and_how_sensitive_it_is() -> None:
    said = told("- eis: inkomen <=", "- eis: inko▮men <=")

    assert "**inkomen** · gegeven · bedrag per maand" in said
    assert "Wat is uw inkomen per maand?" in said
    assert "Privacy: financieel (over geld)" in said


def test_an_expression_is_read_in_words_with_the_values_of_norms() -> None:
    said = told("- eis: inkomen <=", "- eis: inkomen ▮<=")

    assert "In woorden: inkomen is niet hoger dan als huishouden is paar, dan grens (€ 1.000,00 per maand) + " in said


def test_an_expression_over_two_lines_is_read_whole() -> None:
    said = told("- is: huishouden = paar", "- is: huishouden = paar of\n  inko▮men < € 5")

    assert "**inkomen**" in said
    assert "In woorden: huishouden is paar of inkomen is lager dan € 5,00." in said


def test_an_expression_that_is_not_right_is_not_read() -> None:
    assert "In woorden" not in told("- is: huishouden = paar", "- is: huishouden = paar en ▮")
    assert "In woorden" not in told("- is: huishouden = paar", "- is: huishouden = 5▮")


def test_a_norm_tells_its_values_newest_first() -> None:
    row = "| grens | bedrag per maand | 2026-01-01 | € 1.000 | artikel 1 |"
    said = told(row, f"{row}\n| gre▮ns |  | 2026-07-01 | € 1.020 | artikel 2 |")

    assert said.index("1 juli 2026 | € 1.020,00 per maand") < said.index("1 januari 2026 | € 1.000,00 per maand")
    assert "€ 1.020,00 per maand vanaf 1 juli 2026" in told(
        f"{row}\n", f"{row}\n| grens |  | 2026-07-01 | € 1.020 | artikel 2 |\n\n### Berekening: x\n\n- is: gr▮ens\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("### Voorwaarde: inkomen_laag", "### Voor▮waarde: inkomen_laag", "Eén eis van de regels"),
        ("- rang: beleidsregel", "- ra▮ng: beleidsregel", "**rang** · moet er staan"),
        ("- rang: beleidsregel", "- rang: beleids▮regel", "een beleidsregel van het bestuursorgaan"),
        ("- soort: toekenning", "- soort: toe▮kenning", "de inwoner krijgt wat hij vroeg"),
        ("rechtsmiddel: bezwaar", "rechts▮middel: bezwaar", "Wat de inwoner tegen het besluit kan doen"),
        ("rechtsmiddel: bezwaar", "rechtsmiddel: bez▮waar", "bezwaar bij het bestuursorgaan"),
        ("| vraag ", "| vr▮aag ", "De vraag aan wie het gegeven weet."),
        ("| zaaksysteem | behandelaar | gewoon ", "| zaaksysteem | behandelaar | gew▮oon ", "gewone persoonsgegevens"),
        ("=> voorstellen", "=> voor▮stellen", "De uitzonderingen van de regelset die worden voorgesteld"),
        ("=> voorstellen", "=> bedrag na net▮_te_veel", "wat er na de uitzondering"),
        ("- is: huishouden = paar", "- is: er_▮is(kinderen)", "er_is(lijst waar …)"),
        ("- is: huishouden = paar", "- is: afron▮den(inkomen; 1) > € 5", "Rond af op een veelvoud van de stap"),
        ("- is: huishouden = paar", "- is: inkomen > € 5 o▮f ja", "Minstens één van de twee."),
        ("- is: huishouden = paar", "- is: al▮s ja dan ja anders nee", "Kies tussen twee waarden"),
        ("- dient: steun", "- dient: ste▮un", "Wie weinig heeft, krijgt steun."),
        ("- grond: beleid", "- grond: awb_4▮_84", "Staat in `bouwstenen/awb/1998-01-01.md`."),
    ],
)
def test_every_word_of_the_language_has_its_meaning(old: str, new: str, said: str) -> None:
    assert said in told(old, new)


def test_a_problem_is_explained_with_an_example() -> None:
    opened, at = looked_at(small("- eis: inkomen <=", "- eis: ink▮omn <="))
    problems = examine_ruleset(FILE, text=opened.text).problems
    found = hover(opened, at, problems)

    assert found is not None
    assert "**M204** · probleem: `inkomn` staat niet in deze regelset" in found.text
    assert "Bedoelde u `inkomen`?" in found.text
    assert "Een voorbeeld dat M204 geeft:\n\n```text\n" in found.text


def test_a_block_that_cannot_be_read_is_known_by_name() -> None:
    said = told("- als: inkomen_laag", "- als: ha▮lf\n\n### Voorwaarde: half\n\n- eis: inkomen <\n")

    assert "**half** · voorwaarde · ja_nee" in said
    assert "Dit kan nog niet gelezen worden" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Een voorbeeld\n", "# Een voorbeeld\n\nZomaar een inko▮men in een zin.\n"),
        ("- bron: artikel 1", "- bron: inko▮men"),
        ("- niet_voldaan: Uw inkomen is te hoog.", "- niet_voldaan: Uw inko▮men is te hoog."),
        ("- eis: inkomen <=", "- onzin: inko▮men <="),
    ],
)
def test_a_word_that_is_no_name_there_says_nothing(old: str, new: str) -> None:
    assert told(old, new) == ""


def test_what_is_ours_is_said_in_english_to_who_asks_for_that() -> None:
    use_language("en")

    assert "In words: huishouden is paar." in told("- is: huishouden = paar", "- is: huishouden ▮= paar")
