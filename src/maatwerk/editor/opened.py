"""A ruleset as it stands in an editor: perhaps not saved, perhaps half typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.problems import Problem
from maatwerk.editor.names import Names, names_of
from maatwerk.editor.positions import lines_of
from maatwerk.organisation.folder import Organisation
from maatwerk.ruleset.build import Draft, read_document
from maatwerk.ruleset.library import BUILDING_BLOCKS, shelf_of, shipped
from maatwerk.ruleset.merge import merge
from maatwerk.ruleset.source import FORBIDDEN, Source, source_of
from maatwerk.ruleset.used import used_documents

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Opened:
    """A text with the file that it will be saved in. What follows from it is worked out when first asked for."""

    text: str
    file: Path

    @cached_property
    def lines(self) -> list[str]:
        """Its lines; never none."""
        return lines_of(self.text)

    @cached_property
    def library(self) -> Path:
        """Where its building blocks are found."""
        return library_for(self.file)

    @cached_property
    def draft(self) -> Draft:
        """What could be read of it, with its building blocks."""
        draft = read_document(_readable(self.text, str(self.file)))
        merge(draft, used_documents(draft, self.library, None, None).documents)
        return draft

    @cached_property
    def names(self) -> Names:
        """Every name it knows, also of what could not be read."""
        return names_of(self.draft, self.lines)


def library_for(file: Path) -> Path:
    """The library of a file: that in which it stands, else that of the organisation around it, else the shipped one.

    A folder is taken for a library when it has building blocks, or when no other one is there.
    """
    own = shelf_of(file)
    if (own / BUILDING_BLOCKS).is_dir():
        return own
    try:
        return Organisation.find(file.absolute().parent).rulesets
    except OrganisationError:
        return own if file.is_file() else shipped()


def _readable(text: str, name: str) -> Source:
    """The text without what keeps it from being read; every other character stays in its place."""
    clean = text.encode(errors="replace").decode()
    clean = FORBIDDEN.sub(" ", clean.replace("\r\n", "\n").replace("\r", "\n"))
    source = source_of(clean.encode(), name)
    return Source(name, b"", ("",)) if isinstance(source, Problem) else source
