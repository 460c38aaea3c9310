"""From blocks and tables to the model of one document: every key read as kinds.py says. Names are not looked up yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from maatwerk.basics.problems import problem
from maatwerk.basics.suggest import nearest
from maatwerk.expressions.lexer import RESERVED
from maatwerk.expressions.types import DATE, NUMBER, TEXT, YES_NO, Type
from maatwerk.ruleset.blocks import take_apart
from maatwerk.ruleset.entries import Desk
from maatwerk.ruleset.forms import with_english, without_margins
from maatwerk.ruleset.front_matter import read_header
from maatwerk.ruleset.kinds import CHECK, KINDS, SETTINGS
from maatwerk.ruleset.model import Outcome, Settings, Text
from maatwerk.ruleset.norm_tables import read_norms
from maatwerk.ruleset.prose import prose_of
from maatwerk.ruleset.tables import read_tables
from maatwerk.ruleset.typename import with_option_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.basics.problems import Place
    from maatwerk.ruleset.blocks import Block, Document
    from maatwerk.ruleset.entries import Entry
    from maatwerk.ruleset.kinds import Key, Kind
    from maatwerk.ruleset.model import Header, Prose, Quote
    from maatwerk.ruleset.source import Source
    from maatwerk.ruleset.tables import ExampleTable, Tables

MAPPINGS = ("facts", "lists", "fields", "norms", *(kind.mapping for kind in KINDS.values()))
PROCESS_PREFIX = "zaak_"  # names that the program fills itself
PROCESS_DATES: dict[str, Type] = {"zaak_ontvangen": DATE, "zaak_vandaag": DATE}  # these may stand in an expression
PROCESS_FACTS: dict[str, Type] = {
    **PROCESS_DATES,
    "zaak_gehoord": YES_NO,
    "zaak_contact": YES_NO,
    "zaak_nadelige_besluiten": NUMBER,
    "zaak_niet_geverifieerd": TEXT,
    "zaak_betwist": TEXT,
}
_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}")
Entries = dict[tuple[str, str], "Entry"]


@dataclass
class Draft:
    """One document, read.

    `parts` maps a mapping of `Ruleset` to its items, with `fields` (facts of a list) and `judgements` apart. `broken`
    names are defined, but not well; `half_read` holds what could be read of their blocks. `entries` tells where each
    key of each block stands; `unread` holds the values of blocks that could not be read.
    """

    desk: Desk
    header: Header | None
    settings: Settings
    parts: dict[str, dict[str, Any]] = field(default_factory=lambda: {mapping: {} for mapping in MAPPINGS})
    entries: Entries = field(default_factory=dict)
    examples: list[ExampleTable] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    prose: tuple[Prose, ...] = ()
    defined: dict[str, Place] = field(default_factory=dict)
    broken: dict[str, Place] = field(default_factory=dict)
    half_read: list[tuple[Kind, str, dict[str, Any]]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    incomplete: bool = False  # a building block could not be found: what it defines is not known


def read_document(source: Source) -> Draft:
    """Read one document by itself."""
    desk = Desk(source.file)
    document = take_apart(source, desk)
    header = read_header(document.front, desk)
    if header:
        desk.header = header
    desk.settings = _settings(document, desk)
    draft = Draft(desk, header, desk.settings, quotes=document.quotes, prose=prose_of(document.elements))
    if header:
        _check_file(header, desk)
    draft.entries.update({("", key): found for key, found in document.front.entries.items()})  # front matter: no name
    settings = (block for block in document.blocks if block.kind == SETTINGS.name)
    draft.entries.update({(SETTINGS.name, key): found for block in settings for key, found in block.entries.items()})
    _add_tables(read_tables(document.tables, desk), draft)
    for block in document.blocks:
        if block.kind != SETTINGS.name:
            _add_block(block, draft)
    return draft


def _check_file(header: Header, desk: Desk) -> None:
    """A version is found by its file, `<id>/<valid_from>.md`: the name must say what the front matter says."""
    path = PurePath(desk.file)
    if _VERSION.fullmatch(path.stem) and (path.parent.name, path.stem) != (header.id, header.valid_from.isoformat()):
        expected = f"{header.id}/{header.valid_from.isoformat()}.md"
        desk.problems.append(problem("M029", header.place, warning=True, expected=expected))


def _settings(document: Document, desk: Desk) -> Settings:
    blocks = [block for block in document.blocks if block.kind == SETTINGS.name]
    for block in blocks[1:]:
        desk.report("M023", block.place, name=SETTINGS.name, other=str(blocks[0].place.line))
    values = _values(SETTINGS, blocks[0], desk) if blocks else None
    return replace(Settings(), **{key: value for key, value in (values or {}).items() if value is not None})


def _add_tables(tables: Tables, draft: Draft) -> None:
    draft.examples = tables.examples
    norms = read_norms(tables, draft.desk)
    draft.broken.update(tables.broken)
    mappings: dict[str, list[Any]] = {
        "facts": tables.facts, "lists": tables.lists, "fields": tables.fields, "norms": norms,
    }  # fmt: skip
    for mapping, items in mappings.items():
        for item in items:
            _define(draft, mapping, item.name, item.place, item)
    draft.defined.update({name: place for name, place in tables.broken.items() if name not in draft.defined})


def _add_block(block: Block, draft: Draft) -> None:
    kind = KINDS[block.kind]
    if draft.header and draft.header.is_building_block and not kind.in_building_block:
        draft.desk.report("M027", block.place, name=kind.name)
    values, sound = _read_values(kind, block, _desk_for(block, draft.desk))
    for key, found in block.entries.items():
        draft.entries[block.name, key] = found
    if not sound:
        draft.half_read.append((kind, block.name, values))
        draft.unread += [found.value for found in block.entries.values()]
        draft.broken[block.name] = block.place
        draft.defined.setdefault(block.name, block.place)
        return
    item = kind.make(name=block.name, place=block.place, **_special(kind, values))
    _define(draft, kind.mapping, block.name, block.place, item)


def _desk_for(block: Block, desk: Desk) -> Desk:
    """What holds for a block: in a series of records one is always near a limit, so there no margin is the default."""
    if "per" not in block.entries:
        return desk
    return replace(desk, settings=without_margins(desk.settings))


def _define(draft: Draft, mapping: str, name: str, place: Place, item: object) -> None:
    """Put an item under its name: one name space, nothing is ever replaced."""
    if name in RESERVED or name.startswith(PROCESS_PREFIX):
        hint = f"{name}_waarde" if name in RESERVED else name.removeprefix(PROCESS_PREFIX)
        draft.desk.report("M022", place, hint=hint, name=name)
    if name in draft.defined:
        draft.desk.report("M023", place, name=name, other=str(draft.defined[name].line))
        return
    draft.defined[name] = place
    draft.parts[mapping][name] = item


def _special(kind: Kind, values: dict[str, Any]) -> dict[str, Any]:
    """What an outcome says when the ruleset does not say it otherwise."""
    if kind.make is Outcome:
        return {**values, "amount_type": None, "say": values["say"] or values["text"]}
    return values


def _values(kind: Kind, block: Block, desk: Desk) -> dict[str, Any] | None:
    """The value of each field, None after a problem."""
    values, sound = _read_values(kind, block, desk)
    return values if sound else None


def _read_values(kind: Kind, block: Block, desk: Desk) -> tuple[dict[str, Any], bool]:
    """The value of each field (None where it could not be read), and whether there was no problem."""
    before = len(desk.problems)
    keys = (*kind.keys, CHECK)
    _check_keys(kind, block, desk)
    values = {key.field: _value(key, block, desk) for key in keys}
    return values, len(desk.problems) == before


def _check_keys(kind: Kind, block: Block, desk: Desk) -> None:
    for name, found in block.entries.items():
        key = CHECK if name == CHECK.name else kind.key(name)
        if key is None:
            desk.report("M010", found.key_place, hint=nearest(name, _names(kind)), name=name)
        elif not found.value:
            desk.report("M011", found.key_place, name=name)
    for key in kind.keys:
        for name in (key.name, key.twin) if key.must else ():
            if name and name not in block.entries:
                desk.report("M012", block.place, name=name)


def _names(kind: Kind) -> Iterator[str]:
    for key in kind.keys:
        yield from (name for name in (key.name, key.english) if name)


def _value(key: Key, block: Block, desk: Desk) -> Any:  # noqa: ANN401 - a value of any form
    found = block.entries.get(key.name)
    if found is None or not found.value:
        return key.default_for(desk)
    value = key.form.read(found, desk)
    twin = block.entries.get(key.english) if key.english else None
    if twin and twin.value and isinstance(value, Type):
        return with_option_words(value, twin, desk)
    return with_english(value, twin, desk) if twin and isinstance(value, Text) else value
