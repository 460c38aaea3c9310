"""The organisation's folder: its settings, people, rulesets, cases, adoption records and register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import Bounds, highest
from maatwerk.basics.errors import NotAllowed, OrganisationError
from maatwerk.basics.formatting import day
from maatwerk.basics.text import say
from maatwerk.basics.toml_files import FileModel, Line, Numbers, faulty, read_toml, unknown_name
from maatwerk.organisation.adoption import read_history, write_record
from maatwerk.organisation.people import People, current_login

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from maatwerk.organisation.adoption import Adoption, History, Kept, Withdrawal

SETTINGS = "maatwerk.toml"
PEOPLE = "people.toml"


class LetterSettings(FileModel):
    """`[letter]`: the house style, as files in the organisation's folder. `word` is a document to start from."""

    css: str = ""
    logo: str = ""
    logo_alt: str = ""
    word: str = ""
    address_window: Numbers  # millimetres, by name as in `letter/formats/style.py`


class Settings(FileModel):
    """`maatwerk.toml`. `body` is on whose behalf decisions are taken; empty = not filled in yet. `_en`: in English."""

    name: Line
    municipality: Line
    body: Line
    body_en: str = ""
    objection_address: tuple[Line, ...] = ()
    objection_url: str = ""
    phone: str = ""
    phone_hours: str = ""
    phone_hours_en: str = ""
    visiting_address: tuple[Line, ...] = ()
    visiting_hours: str = ""
    visiting_hours_en: str = ""
    website: str = ""
    complaint_address: tuple[Line, ...] = ()
    postal_address: tuple[Line, ...] = ()
    court: str = ""
    court_address: tuple[Line, ...] = ()
    retention_years: int | None = None
    retention_source: str = ""
    letter: LetterSettings = LetterSettings(address_window={})
    limits: Numbers  # by name, as in bounds.py


@dataclass(frozen=True)
class Organisation:
    """An organisation's folder that was found or made. Files are read when first asked for."""

    folder: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Organisation:
        """The folder of `start` (default: the current one) or the nearest above it that holds `maatwerk.toml`.

        Raises OrganisationError when there is none.
        """
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / SETTINGS).is_file():
                return cls(folder)
        raise OrganisationError(say("organisation.not_found", folder=here))

    @classmethod
    def create(cls, folder: Path, *, demo: bool = False) -> Organisation:
        """Make the folder with files to fill in; `demo` fills in invented people. Nothing there is overwritten."""
        source = resources.files("maatwerk").joinpath("starter", "demo" if demo else "empty")
        try:
            for name in ("rulesets", "cases", "adoptions"):
                (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in (SETTINGS, PEOPLE):
                text = source.joinpath(name).read_text(encoding="utf-8")
                _write_new(folder / name, text.replace("@login@", json.dumps(current_login())[1:-1]))
        except OSError:
            raise OrganisationError(say("organisation.cannot_write", folder=folder)) from None
        return cls(folder.resolve())

    @cached_property
    def settings(self) -> Settings:
        """What `maatwerk.toml` says. Raises OrganisationError with every fault at its line."""
        return read_toml(self.folder / SETTINGS, Settings)

    @cached_property
    def bounds(self) -> Bounds:
        """The bounds that `[limits]` of `maatwerk.toml` sets, the others as they come.

        Raises OrganisationError with every bound that does not exist or is out of reach.
        """
        given, most = self.settings.limits, highest()
        faults = [(name, unknown_name(name, most)) for name in given if name not in most]
        wrong = [name for name, number in given.items() if name in most and not 1 <= number <= most[name]]
        faults += [(name, say("organisation.out_of_reach", name=name, most=most[name])) for name in wrong]
        if faults:
            raise faulty(self.folder / SETTINGS, [(("limits", name), text) for name, text in faults])
        return Bounds(**given)

    @cached_property
    def people(self) -> People:
        """What `people.toml` says. Raises OrganisationError with every fault at its line."""
        return People.read(self.folder / PEOPLE)

    @property
    def rulesets(self) -> Path:
        """The folder with the rulesets: `rulesets/<id>/<valid_from>.md`."""
        return self.folder / "rulesets"

    @property
    def cases(self) -> Path:
        """The folder with the case files."""
        return self.folder / "cases"

    @property
    def register(self) -> Path:
        """The file of the register."""
        return self.folder / "register.db"

    def history(self, ruleset: str, valid_from: date) -> History:
        """Every adoption and withdrawal of this version, oldest first; empty for what was never adopted."""
        return read_history(self.folder / "adoptions", ruleset, valid_from)

    def adoption_of(self, ruleset: str, valid_from: date, rules_hash: str, on: date) -> Adoption | None:
        """The adoption of exactly these rules that stands on a day; None for a draft, and for what was withdrawn."""
        return self.history(ruleset, valid_from).adoption_of(rules_hash, on)

    def may_adopt(self, adopter: str, authors: Sequence[str]) -> None:
        """Whether these people may be the two that adopting takes; to know before a person is asked anything.

        Raises NotAllowed when the adopter is unknown, or is one of the authors by id, name, login or initials.
        """
        self._two_people(adopter, authors, "same_person")

    def adopt(self, adoption: Adoption) -> Kept:
        """Keep an adoption for good. Raises as `may_adopt` and `refuse_again`."""
        self.may_adopt(adoption.adopted_by, adoption.authors)
        history = self.history(adoption.ruleset, adoption.valid_from)
        self.refuse_again(history, adoption.text_hash, adoption.hashes, adoption.on)
        return write_record(self.folder / "adoptions", adoption, len(history.records) + 1)

    def refuse_again(self, history: History, text_hash: str, hashes: frozenset[str], on: date) -> None:
        """Raises OrganisationError for what may not be adopted after all that was.

        A text that is not the one that was adopted is a new version. The same text may be adopted again after it was
        withdrawn, and when a building block gives it other rules.
        """
        if not history.records:
            return
        last = history.records[-1]
        if last.text_hash != text_hash:
            raise OrganisationError(say("adoption.other_text", ruleset=last.ruleset, day=day(last.valid_from)))
        covered = {each for adoption in history.standing(on) for each in adoption.hashes}
        if not history.ends_withdrawn and hashes <= covered:
            raise OrganisationError(say("adoption.nothing_new", ruleset=last.ruleset, day=day(last.valid_from)))

    def may_withdraw(self, history: History, withdrawer: str, asked_by: str) -> Adoption:
        """What is to be withdrawn. Raises NotAllowed as `may_adopt`, OrganisationError when nothing stands."""
        self._two_people(withdrawer, (asked_by,), "same_asker")
        if not history.adoptions or history.ends_withdrawn:
            raise OrganisationError(say("adoption.nothing_stands"))
        return history.adoptions[-1]

    def withdraw(self, withdrawal: Withdrawal) -> Kept:
        """Keep a withdrawal for good, beside the adoption. Raises as `may_withdraw`."""
        history = self.history(withdrawal.ruleset, withdrawal.valid_from)
        self.may_withdraw(history, withdrawal.withdrawn_by, withdrawal.asked_by)
        return write_record(self.folder / "adoptions", withdrawal, len(history.records) + 1)

    def _two_people(self, second: str, first: Sequence[str], key: str) -> None:
        person = self.people.find(second)
        if person is None:
            raise NotAllowed(say("organisation.adopter_unknown"))
        if any(person.is_called(name) or self.people.find(name) == person for name in first):
            raise NotAllowed(say(f"adoption.{key}"))


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return  # the user's own file stays as it is
