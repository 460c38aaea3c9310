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
from maatwerk.basics.text import say
from maatwerk.basics.toml_files import FileModel, Line, Numbers, faulty, read_toml, unknown_name
from maatwerk.organisation.adoption import Adoption, read_adoption, refuse_second, write_adoption
from maatwerk.organisation.people import People, current_login

if TYPE_CHECKING:
    from datetime import date

SETTINGS = "maatwerk.toml"
PEOPLE = "people.toml"


class Settings(FileModel):
    """`maatwerk.toml`. `body` is on whose behalf decisions are taken; empty = not filled in yet."""

    name: Line
    municipality: Line
    body: Line
    objection_address: tuple[Line, ...] = ()
    objection_url: str = ""
    phone: str = ""
    phone_hours: str = ""
    visiting_address: tuple[Line, ...] = ()
    visiting_hours: str = ""
    website: str = ""
    complaint_address: tuple[Line, ...] = ()
    court: str = ""
    retention_years: int | None = None
    retention_source: str = ""
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

    def adoption(self, ruleset: str, valid_from: date) -> Adoption | None:
        """The adoption of this version, whatever stands in its file now; None for a draft."""
        return read_adoption(self.folder / "adoptions", ruleset, valid_from)

    def adoption_of(self, ruleset: str, valid_from: date, rules_hash: str) -> Adoption | None:
        """The adoption of exactly these rules; None for a draft, or when the rules changed after they were adopted."""
        found = self.adoption(ruleset, valid_from)
        return found if found is not None and found.rules_hash == rules_hash else None

    def may_adopt(self, ruleset: str, valid_from: date, *, drafted_by: str, adopted_by: str) -> None:
        """Whether a version may be adopted by these people; to know before a person is asked anything.

        Raises NotAllowed when drafter and adopter are one person or the adopter is unknown, OrganisationError when
        this version was adopted before (a repair is a new version).
        """
        adopter = self.people.find(adopted_by)
        if adopter is None:
            raise NotAllowed(say("organisation.adopter_unknown"))
        drafter = self.people.find(drafted_by)
        same_name = " ".join(drafted_by.casefold().split()) in {adopter.name.casefold(), adopter.id}
        if drafter == adopter or same_name:
            raise NotAllowed(say("organisation.same_person"))
        refuse_second(self.folder / "adoptions", ruleset, valid_from)

    def adopt(self, adoption: Adoption) -> Path:
        """Keep an adoption for good; gives its file. Raises as `may_adopt`."""
        who = {"drafted_by": adoption.drafted_by, "adopted_by": adoption.adopted_by}
        self.may_adopt(adoption.ruleset, adoption.valid_from, **who)
        return write_adoption(self.folder / "adoptions", adoption)


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return  # the user's own file stays as it is
