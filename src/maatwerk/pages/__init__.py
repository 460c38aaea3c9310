"""Documents from layouts in `templates/`, and the HTML page that all our pages begin with. The only door to jinja2.

A layout `<name>.html.j2` begins with `{% extends "page.html.j2" %}`; `page("<name>", …)` fills it in.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from maatwerk.basics.formatting import day
from maatwerk.basics.templates import TEMPLATES
from maatwerk.basics.text import say
from maatwerk.pages.model import Block

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Environment", "environment", "page"]


def page(name: str, *, lang: str, **values: object) -> str:
    """The HTML page with the layout `name`: one file that needs nothing from outside, ending in a new line.

    In the layout are `values`, `lang`, `say(key, …)` for texts of the catalogue and `day(date)`, both in that language.
    """
    template = _environment().get_template(f"{name}.html.j2")
    words = {"lang": lang, "say": partial(say, lang=lang), "day": partial(day, lang=lang)}
    return template.render({**words, **values}).strip("\n") + "\n"


def environment(
    *,
    filters: Mapping[str, Callable[..., object]] | None = None,
    tests: Mapping[str, Callable[..., bool]] | None = None,
) -> Environment:
    """Jinja for our own layouts: a name that is missing is an error, values are escaped in HTML, once."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= filters or {}
    made.tests |= tests or {}
    return made


@cache
def _environment() -> Environment:
    """In our pages a block is told by its kind: `{% if block is table %}`."""
    return environment(tests={kind.__name__.lower(): partial(_is, kind) for kind in get_args(Block)})


def _is(kind: type[object], what: object) -> bool:
    return isinstance(what, kind)
