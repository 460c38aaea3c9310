"""The house style of an organisation: one CSS file, a logo, a Word document to start from, and the address window."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import read_file
from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.text import say
from maatwerk.basics.toml_files import faulty, unknown_name
from maatwerk.organisation.folder import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from maatwerk.organisation.folder import Organisation

NORMAL, LARGE = 22, 36
"""Sizes of letters on paper, in half points. Large print is 18 points, as organisations of blind people ask for."""
LARGEST_LOGO = 500_000
"""Bytes; a logo stands in every letter."""
SIDES = {"left": range(121), "top": range(40, 121), "width": range(50, 121), "height": range(15, 81)}
"""Millimetres that fit on A4, by side of the address window."""
LOGOS = {".png": "png", ".svg": "svg"}


@dataclass(frozen=True, slots=True)
class Window:
    """Where the address shows through the envelope, in whole millimetres from the left and the top of the paper."""

    left: int = 20
    top: int = 55
    width: int = 80
    height: int = 24


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in place of the name of the sender; `kind` is `png` or `svg`."""

    content: bytes
    kind: str
    alt: str

    @property
    def address(self) -> str:
        """The picture itself as an address, so that a page needs no other file."""
        kind = "svg+xml" if self.kind == "svg" else self.kind
        return f"data:image/{kind};base64,{b64encode(self.content).decode()}"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a letter looks like. Colours are `#rrggbb`; `reference` is a Word document whose styles are used."""

    css: str = ""
    colours: dict[str, str] = field(default_factory=dict)
    logo: Logo | None = None
    reference: bytes | None = None
    window: Window = field(default_factory=Window)
    large: bool = False

    @property
    def size(self) -> int:
        """The size of ordinary letters, in half points."""
        return LARGE if self.large else NORMAL

    def colour(self, name: str) -> str:
        """The colour of `text`, `accent` or `line`."""
        return self.colours.get(name, COLOURS[name])

    def in_large_print(self) -> HouseStyle:
        """The same style for people who need large letters."""
        return replace(self, large=True)


COLOURS = {"text": "#1a1a1a", "accent": "#154273", "line": "#b4b4b4"}
PLAIN = HouseStyle()


def style_of(organisation: Organisation) -> HouseStyle:
    """The house style that `[letter]` in `maatwerk.toml` names, with its files read and checked.

    Raises OrganisationError for a file that is not there, is too large, or may not stand in a letter.
    """
    settings = organisation.settings.letter
    css, colours = _css(organisation.folder / settings.css) if settings.css else ("", {})
    alt = settings.logo_alt or organisation.settings.name
    return HouseStyle(
        css=css,
        colours=colours,
        logo=_logo(organisation.folder / settings.logo, alt) if settings.logo else None,
        reference=_content(organisation.folder / settings.word) if settings.word else None,
        window=_window(settings.address_window, organisation.folder / SETTINGS),
    )


def _css(path: Path) -> tuple[str, dict[str, str]]:
    from maatwerk.letter.formats.css import read_css  # noqa: PLC0415 - few letters need it

    return read_css(_content(path))


def _window(given: Mapping[str, int], path: Path) -> Window:
    """The window with the sides that were set. Raises OrganisationError for one that is unknown or off the paper."""
    wrong = [name for name, found in given.items() if name not in SIDES or found not in SIDES[name]]
    if wrong:
        texts = ((name, _told(name)) for name in wrong)
        raise faulty(path, [(("letter", "address_window", name), text) for name, text in texts])
    return Window(**given)


def _told(name: str) -> str:
    if name not in SIDES:
        return unknown_name(name, SIDES)
    return say("house_style.window", name=name, least=SIDES[name][0], most=SIDES[name][-1])


def _logo(path: Path, alt: str) -> Logo:
    kind = LOGOS.get(path.suffix.lower())
    if kind is None:
        raise OrganisationError(say("house_style.logo_kind", file=path))
    content = _content(path)
    if len(content) > LARGEST_LOGO:
        raise OrganisationError(say("house_style.logo_large", file=path, most=LARGEST_LOGO // 1000))
    return Logo(content, kind, alt)


def _content(path: Path) -> bytes:
    try:
        content = read_file(path)
    except OSError:
        content = None
    if content is None:
        raise OrganisationError(say("house_style.unreadable", file=path))
    return content
