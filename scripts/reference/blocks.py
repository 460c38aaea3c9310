"""The front matter and the kinds of block with their keys, as tables: from `front_matter.KEYS` and `kinds.KINDS`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from maatwerk.expressions.types import DATE, YES_NO
from maatwerk.ruleset import expression_forms, forms
from maatwerk.ruleset.front_matter import KEYS, MUST_IN_RULESET, RULESET_ONLY
from maatwerk.ruleset.kinds import CHECK, FINDINGS, KINDS, SETTINGS, Key, Kind
from maatwerk.ruleset.link import WORDS
from maatwerk.ruleset.meanings import all_meanings, meanings
from maatwerk.ruleset.model import Settings
from scripts.reference.fill import code, table

_FORMS = {
    id(forms.TEXT): "tekst",
    id(forms.RAW): "tekst",
    id(forms.NAMES): "namen",
    id(forms.NAME_FORM): "naam",
    id(forms.CRITERIA): "voorwaarden",
    id(forms.REFERENCE): "gegeven, of `lijst.veld`",
    id(forms.TYPE): "[soort](soorten.md)",
    id(forms.VERDICT): "`ja_nee` of `keuze: a, b`",
    id(forms.MARGIN): "percentage, aantal dagen, of allebei",
    id(forms.FOUR_EYES): "`ja`, of `boven € 500`",
    id(forms.AMOUNT_FORM): "bedrag",
    id(forms.NUMBER_FORM): "getal",
    id(forms.PERCENTAGE_FORM): "percentage",
    id(forms.DATE_FORM): "datum",
    id(forms.YES_NO_FORM): "`ja` of `nee`",
    id(expression_forms.EXPRESSION): "expressie",
    id(expression_forms.CONDITION): "voorwaarden met `en`, `of`, `niet`; of `anders`",
    id(expression_forms.REPLACES): "`naam = expressie`",
    id(expression_forms.UNTIL): "termijn of datum",
}
_ANSWERS = {YES_NO: "ja of nee", DATE: "een datum"}


def front_matter() -> str:
    """The keys of the front matter."""
    rows = [(code(name), *_where(key), value(key), text) for name, key, text in _explained_front()]
    return table(("sleutel", "in een regelset", "in een bouwsteen", "waarde", "betekenis"), rows)


def _explained_front() -> Iterator[tuple[str, Key, str]]:
    told = meanings("voorkant")
    for name, key in KEYS.items():
        yield name, key, told[name] + _with_options(f"voorkant.{name}", key)


def _where(key: Key) -> tuple[str, str]:
    if key.name in {"regelset", "bouwsteen"}:
        return ("moet", "–") if key.name == "regelset" else ("–", "moet")
    in_ruleset = "moet" if key.must or key.name in MUST_IN_RULESET else "mag"
    return in_ruleset, "–" if key.name in RULESET_ONLY else "moet" if key.must else "mag"


def kind(found: Kind) -> str:
    """What a kind of block is, and its keys."""
    about = all_meanings()["blok"][found.name]
    rows = [(code(key.name), _must(key), value(key), _default(found, key), _meaning(found, key)) for key in found.keys]
    head = ("sleutel", "moet", "waarde", "standaard", "betekenis")
    return f"{about['is']}\n\n{table(head, rows)}"


def kinds() -> str:
    """All kinds of block, each with its heading."""
    every = (*KINDS.values(), SETTINGS)
    return "\n\n".join(f"## {found.name.replace('_', ' ').capitalize()}\n\n{kind(found)}" for found in every)


def each_block() -> str:
    """The key that every block may carry."""
    return table(("sleutel", "betekenis"), [(code(CHECK.name), meanings("elk_blok")[CHECK.name])])


def fixed_settings() -> str:
    """The thresholds of the findings with their defaults."""
    return kind(SETTINGS)


def _must(key: Key) -> str:
    return "**ja**" if key.must else ""


def value(key: Key) -> str:
    """How the value of a key is written."""
    if key.form.options:
        return _options(key)
    words = _FORMS[id(key.form)]
    if key.form is expression_forms.EXPRESSION and key.wanted in _ANSWERS:
        words = f"expressie ({_ANSWERS[key.wanted]})"
    if key.refers and key.form is not forms.CRITERIA:
        named = dict.fromkeys(WORDS[mapping] for mapping in key.refers)
        words = f"{words} van: {', '.join(named)}"
    return f"{words} (ook {code(key.english)})" if key.english else words


def _options(key: Key) -> str:
    options = key.form.options
    if options == FINDINGS:
        return "code van een [bevinding](../findings/index.md)"
    if all(option.isdigit() for option in options):
        return f"{options[0]} tot en met {options[-1]}"
    if set(options) <= {*forms.DAY_UNITS, *forms.PERIOD_UNITS}:
        return f"getal met {', '.join(map(code, options))}"
    return "een of meer van deze woorden" if isinstance(key.default, tuple) else "een van deze woorden"


def _default(found: Kind, key: Key) -> str:
    told = all_meanings()["blok"][found.name].get("standaard", {})
    if key.name in told:
        return str(told[key.name])
    default: Any = getattr(Settings(), key.field) if found is SETTINGS else key.default
    if callable(default):
        raise KeyError(f"standaard van {found.name}.{key.name}")
    return "" if default in (None, "", (), False) else code(key.form.write(default))


def _meaning(found: Kind, key: Key) -> str:
    text = meanings("blok", found.name, "sleutel")[key.name]
    return text + _with_options(f"{found.name}.{key.name}", key)


def _with_options(path: str, key: Key) -> str:
    """The words that may be written, each with its meaning."""
    told = meanings("keuze", *path.split("."))
    return "".join(f"<br>{code(option)}: {text}" for option, text in told.items()) if key.form.options else ""
