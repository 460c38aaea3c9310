"""Which version of a ruleset to use on a day. What was adopted holds; a draft in the folder never takes over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.formatting import day
from maatwerk.basics.suggest import nearest
from maatwerk.basics.text import say
from maatwerk.ruleset import library
from maatwerk.ruleset.reading import read_ruleset

if TYPE_CHECKING:
    from datetime import date

    from maatwerk.organisation.folder import Organisation


@dataclass(frozen=True, slots=True)
class Rules:
    """The file of the rules to use, and that of a newer draft in force that nobody has adopted, if there is one."""

    file: Path
    newer_draft: Path | None = None


def rules_for(name: str, on: date, organisation: Organisation | None) -> Rules:
    """The rules to use on a day: the newest that were adopted here, or where none were, the newest in force.

    Raises MaatwerkError as `newest_file`.
    """
    adopted = None if organisation is None or name.endswith(".md") else _adopted(organisation, name, on)
    if organisation is None or adopted is None:
        return Rules(newest_file(name, on, organisation))
    newest = library.in_force(organisation.rulesets, name, on)
    return Rules(adopted, None if newest == adopted else newest)


def newest_file(name: str, on: date, organisation: Organisation | None) -> Path:
    """The file of a ruleset: itself, or the newest in force on a day, of the organisation or else of the program.

    Raises MaatwerkError, with the nearest name, when there is none.
    """
    if name.endswith(".md"):
        return Path(name)
    shelf = organisation.rulesets if organisation else library.shipped()
    found = library.in_force(shelf, name, on)
    if found is None:
        raise MaatwerkError(_no_ruleset(name, on, shelf))
    return found


def told_of_draft(file: Path | None) -> str:
    """That a newer draft waits, and how to try it; nothing where there is none."""
    if file is None:
        return ""
    shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    return say("screen.newer_draft", file=shown)


def _adopted(organisation: Organisation, name: str, on: date) -> Path | None:
    """The newest adopted version that has begun, unless it has ended."""
    begun = [each for each in library.versions(organisation.rulesets, name) if each.valid_from <= on]
    found = next((each for each in reversed(begun) if _is_adopted(organisation, name, each)), None)
    return None if found is None or found.ended_on(on) else found.path


def _is_adopted(organisation: Organisation, name: str, version: library.Version) -> bool:
    """Whether this text was adopted here, with the building blocks of that day. A draft that is half a text is none.

    What was withdrawn still counts: older rules do not come to life again by that.
    """
    adoptions = organisation.history(name, version.valid_from).adoptions
    if not adoptions:
        return False
    rules = read_ruleset(version.path, decided=adoptions[-1].on).ruleset
    return rules is not None and rules.identity.rules_hash in adoptions[-1].hashes


def _no_ruleset(name: str, on: date, shelf: Path) -> str:
    known = library.ids(shelf)
    if name in known:
        file = library.versions(shelf, name)[-1].path
        return say("cli.error.not_in_force", name=name, day=day(on), file="/".join(file.parts[-3:]))
    meant = nearest(name, known)
    text = say("cli.error.no_ruleset", known=", ".join(known) or "–")
    return f"{text} {say('cli.rules.meant', hint=meant)}" if meant else text
