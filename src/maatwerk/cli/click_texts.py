"""Click's own words (Usage, Options, Error …) in our languages, and without the values that people typed.

Click takes its texts from `_` and `ngettext` in each of its modules; it gets ours there. The catalogue part `click`
holds click's English sentence as key. A text may leave out a field: a value of a person is never repeated.
"""

from __future__ import annotations

from importlib import import_module

from maatwerk.basics.text import language, part

MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")


def translated(message: str) -> str:
    """Click's message in the language in use; unchanged where the catalogue does not have it."""
    return part("click", language()).get(message, message)


def translated_plural(one: str, many: str, number: int) -> str:
    """Click's message for one or for many."""
    return translated(one if number == 1 else many)


def install() -> None:
    """Give click our texts. Doing it again changes nothing."""
    for name in MODULES:
        names = vars(import_module(f"click.{name}"))
        if "_" in names:
            names["_"] = translated
        if "ngettext" in names:
            names["ngettext"] = translated_plural
