"""Types and what may be done with each, words and functions of expressions: each with an example that is computed."""

from __future__ import annotations

from maatwerk.basics.problems import Place
from maatwerk.bench.examples import value_of
from maatwerk.case.typed import as_written
from maatwerk.expressions.functions import FUNCTIONS
from maatwerk.expressions.lexer import AGGREGATES, KEYWORDS
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, PERCENTAGE, YES_NO, Type
from maatwerk.expressions.values import EMPTY
from maatwerk.ruleset.cells import read_value
from maatwerk.ruleset.entries import Desk, Entry
from maatwerk.ruleset.meanings import all_meanings, meanings
from maatwerk.ruleset.typename import read_type
from scripts.reference.fill import code, table
from scripts.reference.world import computed, typed

NO_VALUE = "lijst"
EACH_TYPE = {
    "bedrag": AMOUNT,
    "bedrag_per_maand": Type("bedrag", "maand"),
    "bedrag_per_jaar": Type("bedrag", "jaar"),
    "getal": NUMBER,
    "getal_jaar": Type("getal", "jaar"),
    "getal_kilometer": Type("getal", "kilometer"),
    "percentage": PERCENTAGE,
    "tarief_kilometer": Type("tarief", "kilometer"),
    "datum": DATE,
    "keuze": Type("keuze", options=("alleen", "samen")),
    "ja_nee": YES_NO,
}
FUNCTION_RESULTS = {
    "alike": "hetzelfde soort",
    "as_first": "als het eerste",
    "per_year": "bedrag per jaar",
    "per_month": "bedrag per maand",
}


def types() -> str:
    """Every type with a value as it stands in a table and in a case file."""
    shown = meanings("voorbeeldwaarde")
    rows = [(code(name), *_written(name, shown.get(name, "")), text) for name, text in meanings("soort").items()]
    return table(("soort", "in een tabel", "in een zaakbestand", "betekenis"), rows)


def _written(name: str, text: str) -> tuple[str, str]:
    if name == NO_VALUE:
        return "", "`[ { … }, { … } ]`"
    place = Place("naslag")
    kind = read_type(Entry("soort", place, name, ((0, place),)), Desk("naslag"))
    if kind is None:
        raise ValueError(name)
    value = value_of(read_value(text, kind)) if kind.sort != "tekst" else None
    in_case = "null" if value is EMPTY else f'"{text if value is None else as_written(kind, value)}"'
    return code(text), code(in_case)


def arithmetic(part: str) -> str:
    """What comes out of an operation on two types, or the problem."""
    rows = [(code(text), *_result(text)) for text in all_meanings()["rekenen"][part]]
    return table(("u schrijft", "u krijgt", "afgerond"), rows)


def _result(text: str) -> tuple[str, str]:
    kind, problems = typed(text, EACH_TYPE)
    if kind is None:
        found = problems[0].code
        return f"kan niet: [{found}](meldingen.md#{found.lower()})", ""
    return str(kind), "" if kind.sort != "bedrag" else "ja" if kind.rounded else "**nee**"


def words() -> str:
    """The words and signs of expressions."""
    shown = meanings("woord_voorbeeld")
    rows = [(code(word), text, code(shown[word]), computed(shown[word])) for word, text in meanings("woord").items()]
    return table(("woord", "betekenis", "voorbeeld", "geeft"), rows)


def functions() -> str:
    """The functions."""
    rows = [(*_called("functie", name), _kind_of_result(name), *_example("functie", name)) for name in FUNCTIONS]
    return table(("functie", "betekenis", "geeft een", "voorbeeld", "geeft"), rows)


def list_questions() -> str:
    """The questions about the records of a list."""
    rows = [(*_called("lijstvraag", name), *_example("lijstvraag", name)) for name in meanings("lijstvraag")]
    return table(("vraag", "betekenis", "voorbeeld", "geeft"), rows)


def _called(part: str, name: str) -> tuple[str, str]:
    return code(meanings(f"{part}_zo")[name]), meanings(part)[name]


def _example(part: str, name: str) -> tuple[str, str]:
    text = meanings(f"{part}_voorbeeld")[name]
    return code(text), computed(text)


def _kind_of_result(name: str) -> str:
    result = FUNCTIONS[name].result
    return str(result) if isinstance(result, Type) else FUNCTION_RESULTS[result]


def reserved() -> str:
    """The words that cannot be a name."""
    every = sorted(KEYWORDS - AGGREGATES) + sorted(AGGREGATES) + sorted(FUNCTIONS)
    return ", ".join(map(code, every))
