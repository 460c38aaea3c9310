"""The free prose of a ruleset on its page: what is real, what was made up, what is in doubt, and the sources.

It is shown as text. Only addresses of the law and of courts become links.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from maatwerk.basics.formatting import NO_BREAK_SPACE
from maatwerk.basics.text import say
from maatwerk.pages.model import Bullets, Foreign, Item, Outside, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.bench.show.reader import Reader
    from maatwerk.pages.model import Block, Words
    from maatwerk.ruleset.model import Prose, ProsePart

SOURCES = "bronnen"
HOSTS = frozenset(
    {"wetten.overheid.nl", "lokaleregelgeving.overheid.nl"}
    | {f"{name}rechtspraak.nl" for name in ("", "www.", "uitspraken.", "deeplink.")}
)
_MARKED = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<!\w)\*(?=\S)([^*]+?)(?<=\S)\*(?!\w)|`([^`]+)`")
_LINKED = re.compile(r"\[([^\]]+)\]\((https://[^\s()<>]+)\)")
_ADDRESS = re.compile(
    r"<?(?P<shown>https://[^\s<>()\[\],;]*[^\s<>()\[\],;.]"
    r"|jci1\.3:c:BWBR\d{7}[\w&=.:-]*\w|ECLI:NL:[A-Z]{2,7}:\d{4}:\w+)>?"
)


def about(reader: Reader) -> Section | None:
    """All prose but that of the sources, under its own headings."""
    found = [each for each in reader.ruleset.prose if not _is_sources(each)]
    top = tuple(block for each in found if each.level == 1 for block in _blocks(reader, each.parts))
    below = tuple(
        Section(f"section-about-{number}", reader.dutch(_heading(each)), _blocks(reader, each.parts))
        for number, each in enumerate(found, 1)
        if each.level > 1
    )
    return Section("section-about", reader.say("about"), top, below) if found else None


def _heading(prose: Prose) -> str:
    """Which part of the text the prose stands at: that part may have the same heading on the page."""
    return say("show.about_part", lang="nl", heading=prose.heading)


def sources(reader: Reader) -> Section | None:
    """What stands under the heading `Bronnen`."""
    blocks = tuple(block for each in reader.ruleset.prose if _is_sources(each) for block in _blocks(reader, each.parts))
    return Section("section-sources", reader.say("sources"), blocks) if blocks else None


def _is_sources(prose: Prose) -> bool:
    return prose.heading.strip().lower() == SOURCES


def _blocks(reader: Reader, parts: Iterable[ProsePart]) -> tuple[Block, ...]:
    """Paragraphs, and items that stand behind each other as one list."""
    made: list[Block] = []
    for in_list, each in groupby(parts, key=lambda part: part.in_list):
        told = [_words(reader, part.text) for part in each]
        made += [Bullets(tuple(map(Item, told)))] if in_list else [Paragraph(words) for words in told]
    return tuple(made)


def _words(reader: Reader, text: str) -> Words:
    """A text without the marks of Markdown, in which addresses that may be followed are links."""
    plain = _MARKED.sub(_unmarked, _LINKED.sub(r"\1 (\2)", text)).replace("€ ", f"€{NO_BREAK_SPACE}")
    return tuple(word for word in _pieces(reader, plain) if word)


def _pieces(reader: Reader, text: str) -> Iterator[str | Foreign | Outside]:
    at = 0
    for found in _ADDRESS.finditer(text):
        url = _address(found)
        if urlsplit(url).netloc in HOSTS:
            yield reader.dutch(text[at : found.start()])
            yield Outside(found["shown"], url)
            at = found.end()
    yield reader.dutch(text[at:])


def _address(found: re.Match[str]) -> str:
    """Where what was found leads to."""
    shown = found["shown"]
    if shown.startswith("jci"):
        return f"https://wetten.overheid.nl/{shown}"
    return f"https://deeplink.rechtspraak.nl/uitspraak?id={shown}" if shown.startswith("ECLI") else shown


def _unmarked(found: re.Match[str]) -> str:
    return next(each for each in found.groups() if each is not None)
