"""The one CSS file of an organisation: read as a browser reads it, and refused where a letter would fetch something.

The only door to tinycss2. Colours for Word and PDF are the same as in HTML: `--nl-text`, `--nl-accent`, `--nl-line`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import tinycss2
import tinycss2.ast

from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FETCHES = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "element"})
READABLE = Decimal("4.5")
"""The least contrast of letters with white paper (WCAG 2.2, 1.4.3)."""
DARKEST = Decimal("0.04045")  # below it the formula is a straight line (sRGB)
SHARES = (Decimal("0.2126"), Decimal("0.7152"), Decimal("0.0722"))
"""How bright red, green and blue are to the eye."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def read_css(content: bytes) -> tuple[str, dict[str, str]]:
    """The text of the file and the colours it sets, by name (`accent`: `#154273`).

    Raises OrganisationError at the line of a fault, of what reaches outside the letter, and of a colour that is no
    `#rrggbb` or is too pale to read.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise OrganisationError(say("house_style.css_text")) from None
    if "<" in text:  # `</style>` would end the style, in a comment too
        line = text[: text.index("<")].count("\n") + 1
        raise OrganisationError(say("house_style.css_tag", line=line))
    nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    for node in _all(nodes):
        _refuse(node)
    return text, dict(_colours(nodes))


def _refuse(node: Any) -> None:  # noqa: ANN401 - tinycss2 has no types
    fetches = node.type == "url" or (node.type == "function" and node.lower_name in FETCHES)
    if fetches or (node.type == "at-rule" and node.lower_at_keyword in {"import", "font-face", "namespace"}):
        raise OrganisationError(say("house_style.css_fetches", line=node.source_line))
    if node.type == "error":
        raise OrganisationError(say("house_style.css_error", line=node.source_line))


def _all(nodes: Iterable[Any]) -> Iterator[Any]:
    """Every node, with all that stands inside blocks and functions."""
    for node in nodes:
        yield node
        for part in ("prelude", "content", "arguments"):
            yield from _all(getattr(node, part, None) or ())


def _colours(nodes: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The colours that `:root` sets. Text and headings must be readable; a line may be pale."""
    for rule in nodes:
        if rule.type != "qualified-rule" or tinycss2.serialize(rule.prelude).strip() != ":root":
            continue
        for each in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if each.type != "declaration" or each.name not in {"--nl-text", "--nl-accent", "--nl-line"}:
                continue
            name, value = each.name.removeprefix("--nl-"), tinycss2.serialize(each.value).strip().lower()
            if not _COLOUR.fullmatch(value):
                raise OrganisationError(say("house_style.css_colour", line=each.source_line, name=each.name))
            if name != "line" and _contrast(value) < READABLE:
                raise OrganisationError(say("house_style.css_pale", line=each.source_line, name=each.name))
            yield name, value


def _contrast(colour: str) -> Decimal:
    """How much a colour stands out on white, from 1 to 21 (WCAG 2.2, relative luminance)."""
    parts = [Decimal(int(colour[at : at + 2], 16)) / 255 for at in (1, 3, 5)]
    light = sum(share * _linear(part) for share, part in zip(SHARES, parts, strict=True))
    return Decimal("1.05") / (light + Decimal("0.05"))


def _linear(part: Decimal) -> Decimal:
    if part <= DARKEST:
        return part / Decimal("12.92")
    return ((part + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
