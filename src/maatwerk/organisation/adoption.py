"""Adoption records: who drafted and who adopted a ruleset, by which decision. Written once, never overwritten."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

from maatwerk.basics.errors import OrganisationError
from maatwerk.basics.text import say
from maatwerk.basics.toml_files import Answer, FileModel, Hash, Id, Line, read_json


class Adoption(FileModel):
    """One adoption. `drafted_by` and `adopted_by` are ids of people; `answers` has one answer per `nagaan`."""

    ruleset: Id
    valid_from: date
    rules_hash: Hash
    text_hash: Hash
    drafted_by: Line
    adopted_by: Line
    decision: Line
    published: Line
    on: date
    answers: dict[str, Answer]


def read_adoption(folder: Path, ruleset: str, valid_from: date) -> Adoption | None:
    """The record of this version, or None. Raises OrganisationError when the file is damaged or of another version."""
    path = _path(folder, ruleset, valid_from)
    if not path.exists():
        return None
    found = read_json(path, Adoption)
    if found is None or (found.ruleset, found.valid_from) != (ruleset, valid_from):
        raise OrganisationError(say("organisation.adoption_damaged", file=path))
    return found


def write_adoption(folder: Path, adoption: Adoption) -> Path:
    """Write the record whole or not at all. Raises OrganisationError when there is one already."""
    path = _path(folder, adoption.ruleset, adoption.valid_from)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, adoption.model_dump_json(indent=2) + "\n")
    except FileExistsError:
        raise OrganisationError(say("organisation.adopted_before", file=path)) from None
    except OSError:
        raise OrganisationError(say("organisation.cannot_write", folder=path.parent)) from None
    return path


def refuse_second(folder: Path, ruleset: str, valid_from: date) -> None:
    """Raises OrganisationError when this version has a record already."""
    path = _path(folder, ruleset, valid_from)
    if path.exists():
        raise OrganisationError(say("organisation.adopted_before", file=path))


def _path(folder: Path, ruleset: str, valid_from: date) -> Path:
    return folder / ruleset / f"{valid_from.isoformat()}.json"


def _write_once(path: Path, text: str) -> None:
    """A link, not a rename: a rename would replace a record that is there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fchmod(file.fileno(), 0o644)
            os.fsync(file.fileno())
        os.link(name, path)
    finally:
        Path(name).unlink()
