"""Every name of a ruleset, and of the building blocks that it uses, changed by script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from maatwerk.api import load_ruleset
from maatwerk.expressions.types import Sort
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.library import BUILDING_BLOCKS, building_blocks, versions
from maatwerk.ruleset.model import OutcomeKind

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset

LANGUAGE_WORDS = frozenset({*get_args(Sort), *get_args(OutcomeKind), "dagen"})
"""Names that are words of the language too (a field may be called `datum`): a script cannot tell them apart."""
ROLES_STAY = re.compile(r"^- (raakt|soort|spoor|bevoegd|rang|ruimte|vragen|trede|wie|taal): .*$", re.MULTILINE)
"""Lines that hold words of the language or roles of the organisation, never names of the ruleset."""


def names_of(ruleset: Ruleset) -> list[str]:
    """Every name that a ruleset and its building blocks define: facts, norms, blocks and options of facts."""
    blocks = [name for kind in KINDS.values() for name in kind.items(ruleset)]
    fields = {name: field for each in ruleset.lists.values() for name, field in each.fields.items()}
    options = [option for fact in (*ruleset.facts.values(), *fields.values()) for option in fact.type.options]
    names = dict.fromkeys([*ruleset.facts, *ruleset.lists, *fields, *ruleset.norms, *blocks, *options])
    return [name for name in names if name not in LANGUAGE_WORDS]


def renamed(library: Path, path: Path, target: Path) -> Ruleset:
    """The ruleset of a file with new names everywhere, written to another library and loaded from there."""
    ruleset = load_ruleset(path, library=library)
    new = {name: f"zq{number}_{'abc'[number % 3]}" for number, name in enumerate(names_of(ruleset))}
    ids = {name: f"zq-{number}" for number, name in enumerate((ruleset.id, *building_blocks(library)))}
    sources = [path, *(each.path for name in building_blocks(library) for each in versions(library, _block(name)))]
    for source in sources:
        folder = target / (BUILDING_BLOCKS if source != path else "") / ids[source.parent.name]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / source.name).write_text(_with_new_names(source.read_text(), new, ids))
    return load_ruleset(target / ids[ruleset.id] / path.name, library=target)


def _block(name: str) -> str:
    return f"{BUILDING_BLOCKS}/{name}"


def _with_new_names(text: str, new: dict[str, str], ids: dict[str, str]) -> str:
    lines = [line if ROLES_STAY.match(line) and not _options(line) else _line(line, new) for line in text.split("\n")]
    heads = re.compile(r"^((?:regelset|bouwsteen|gebruikt): )(.*)$", re.MULTILINE)
    return heads.sub(lambda found: found[1] + ", ".join(ids[each.strip()] for each in found[2].split(",")),
                     "\n".join(lines))  # fmt: skip


def _options(line: str) -> bool:
    return line.startswith("- soort: keuze")


def _line(line: str, new: dict[str, str]) -> str:
    """A line with its names changed, but for the key that it begins with; the front matter keeps its ids."""
    if re.match(r"(regelset|bouwsteen|gebruikt): ", line):
        return line
    key = re.match(r"- [a-z_]+: ", line)
    start = key.end() if key else 0
    words = re.compile(r"\b(" + "|".join(map(re.escape, sorted(new, key=len, reverse=True))) + r")\b")
    return line[:start] + words.sub(lambda found: new[found[1]], line[start:])
