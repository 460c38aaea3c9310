"""The columns of the tables, what examples can expect, and the facts of the procedure."""

from __future__ import annotations

from maatwerk.ruleset.build import PROCESS_DATES, PROCESS_FACTS
from maatwerk.ruleset.meanings import meanings
from maatwerk.ruleset.tables import FACT_COLUMNS, MAY_ADD, NORM_COLUMNS
from scripts.reference.fill import code, table


def facts() -> str:
    """The columns of a table of facts."""
    return _columns(FACT_COLUMNS)


def norms() -> str:
    """The columns of a table of norms."""
    return _columns(NORM_COLUMNS)


def _columns(columns: tuple[str, ...]) -> str:
    told, may = meanings("kolom", columns[0]), MAY_ADD[columns[0]]
    rows = [
        (code(name), "mag" if name in may else "**ja**", told[name] + (_privacy() if name == "privacy" else ""))
        for name in (*columns, *may)
    ]
    return table(("kolom", "moet", "betekenis"), rows)


def _privacy() -> str:
    return "".join(f"<br>{code(option)}: {text}" for option, text in meanings("keuze", "kolom", "privacy").items())


def examples() -> str:
    """The columns of a table of examples that give something."""
    return table(("kolom", "betekenis"), meanings("kolom", "geval").items())


def expected() -> str:
    """The columns of a table of examples that expect something."""
    rows = [(code(f"=> {name}") if " " not in name else f"`=> ` {name}", text) for name, text in _expected()]
    return table(("kolom", "wat u verwacht"), rows)


def _expected() -> list[tuple[str, str]]:
    return list(meanings("verwacht").items())


def process_facts() -> str:
    """The facts of the procedure."""
    told = meanings("zaak")
    rows = [
        (code(name), str(kind), "ja" if name in PROCESS_DATES else "", told[name])
        for name, kind in PROCESS_FACTS.items()
    ]
    return table(("naam", "soort", "mag in een expressie", "betekenis"), rows)
