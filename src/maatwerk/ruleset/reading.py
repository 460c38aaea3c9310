"""From a file to a ruleset: read, build, merge the building blocks, link, check. Every problem is told at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from maatwerk.basics.errors import ProblemsFound
from maatwerk.basics.problems import Problem
from maatwerk.ruleset.build import read_document
from maatwerk.ruleset.checks import run_checks
from maatwerk.ruleset.checks.look import Look
from maatwerk.ruleset.elsewhere import criteria_elsewhere
from maatwerk.ruleset.examples import read_examples
from maatwerk.ruleset.identity import identity
from maatwerk.ruleset.library import shelf_of
from maatwerk.ruleset.link import link
from maatwerk.ruleset.merge import merge
from maatwerk.ruleset.model import Identity, Ruleset
from maatwerk.ruleset.overlap import overlapping
from maatwerk.ruleset.source import read_source, source_of
from maatwerk.ruleset.spoken import spoken
from maatwerk.ruleset.used import used_documents

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from maatwerk.ruleset.build import Draft
    from maatwerk.ruleset.source import Source
    from maatwerk.ruleset.spoken import Spoken


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the ruleset (None when a problem is no mere warning) and all problems, by place.

    `spoken`: the texts of the document itself that are meant for residents.
    """

    ruleset: Ruleset | None
    problems: tuple[Problem, ...]
    spoken: tuple[Spoken, ...] = ()


def read_ruleset(
    path: Path, *, library: Path | None = None, on: date | None = None, decided: date | None = None
) -> Reading:
    """Read a ruleset with the building blocks it uses. Never raises for what stands in a file.

    `library` holds `<id>/<valid_from>.md` and `bouwstenen/<id>/<valid_from>.md`; by default that in which the
    file stands. `on`: the reference date, whose building blocks count (None: the first day of the ruleset itself);
    `decided`: the day of the decision, whose grounds count (None: the newest).
    """
    shelf = library or shelf_of(path)
    source = read_source(path, shelf)
    return Reading(None, (source,)) if isinstance(source, Problem) else _read(source, shelf, on, decided)


def read_text(
    text: str, file_name: str, library: Path, *, on: date | None = None, decided: date | None = None
) -> Reading:
    """Read a ruleset from a text, as if it stood in a file with this name."""
    source = source_of(text.encode(errors="surrogatepass"), file_name)
    return Reading(None, (source,)) if isinstance(source, Problem) else _read(source, library, on, decided)


def load(path: Path, *, library: Path | None = None, on: date | None = None, decided: date | None = None) -> Ruleset:
    """The ruleset in a file. Raises `ProblemsFound` when it cannot be used; warnings do not stop it."""
    reading = read_ruleset(path, library=library, on=on, decided=decided)
    if reading.ruleset is None:
        raise ProblemsFound(reading.problems)
    return reading.ruleset


def _read(source: Source, library: Path, on: date | None, decided: date | None) -> Reading:
    draft = read_document(source)
    used = used_documents(draft, library, on, decided)
    origin = merge(draft, used.documents)
    link(draft)
    ruleset = replace(_ruleset(draft, origin, source), blocks=used.days)
    draft.desk.problems += [*criteria_elsewhere(draft, library), *overlapping(draft, library)]
    sound = all(found.warning for found in draft.desk.problems)
    problems = [*draft.desk.problems, *_reliable(run_checks(ruleset, draft.entries, sound=sound), draft)]
    problems = sorted(dict.fromkeys(problems), key=lambda found: (found.place, found.code))
    if any(not found.warning for found in problems):
        return Reading(None, tuple(problems))
    texts = tuple(spoken(Look(ruleset, draft.entries)))
    return Reading(replace(ruleset, identity=identity(ruleset, source.content)), tuple(problems), texts)


def _ruleset(draft: Draft, origin: dict[str, str], source: Source) -> Ruleset:
    examples = read_examples(draft)
    return Ruleset(
        header=draft.header or draft.desk.header,
        identity=Identity("", ""),
        file=source.file,
        settings=draft.settings,
        examples=examples,
        quotes=tuple(draft.quotes),
        origin=origin,
        **_parts(draft),
    )


def _parts(draft: Draft) -> dict[str, Any]:
    """The blocks and tables as the ruleset has them: fields in their list, judgements among the facts, after them."""
    parts = dict(draft.parts)
    of_lists = [*parts.pop("fields").values(), *parts["judgements"].values()]
    judged = {name: fact for name, fact in parts.pop("judgements").items() if not fact.list}
    lists = {
        name: replace(each, fields={fact.name: fact for fact in of_lists if fact.list == name})
        for name, each in parts.pop("lists").items()
    }
    return {**parts, "facts": {**parts["facts"], **judged}, "lists": lists}


def _reliable(problems: list[Problem], draft: Draft) -> list[Problem]:
    """What the checks may say when a part could not be read: not that something is missing or not used."""
    if draft.header is None or draft.incomplete:
        return []
    if not draft.broken:
        return problems
    words = {word for value in draft.unread for word in re.findall(r"\w+", value)}
    about = (set(dict(found.values).values()) for found in problems)
    return [found for found, values in zip(problems, about, strict=True) if not values & (words | draft.broken.keys())]
