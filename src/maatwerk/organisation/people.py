"""Who works here, in which role, and who may do what. From `people.toml` in the organisation's folder."""

from __future__ import annotations

import os
import pwd
from functools import cached_property
from typing import TYPE_CHECKING

from maatwerk.basics.errors import NotAllowed
from maatwerk.basics.text import say
from maatwerk.basics.toml_files import FileModel, Id, Line, Location, faulty, read_toml

if TYPE_CHECKING:
    from pathlib import Path


class Person(FileModel):
    """One person. `login` is the name in the operating system; `title` is how the role is printed."""

    id: Id
    name: Line
    role: Line
    login: Line
    title: str = ""
    phone: str = ""
    initials: Line

    @property
    def function(self) -> str:
        """The role as printed: `teamleider Inkomen`."""
        return self.title or self.role

    def is_called(self, text: str) -> bool:
        """Whether a text names this person, by id, name, login or initials, however it is written."""
        names = (self.id, self.name, self.login, self.initials)
        return _plainly(text).replace(".", "") in {_plainly(name).replace(".", "") for name in names}


class People(FileModel):
    """Everybody. `roles` holds ladders: roles from the lowest authority to the highest."""

    roles: dict[str, tuple[Line, ...]]
    person: tuple[Person, ...]

    @classmethod
    def read(cls, path: Path) -> People:
        """Read `people.toml`. Raises OrganisationError with every fault at its line."""
        people = read_toml(path, cls)
        if faults := people.faults():
            raise faulty(path, faults)
        return people

    def me(self) -> Person:
        """The person who is logged in, by the operating system's own word: never `$USER`, nothing to override.

        Raises NotAllowed with what to add to `people.toml` when the login is not there.
        """
        login = current_login()
        found = next((person for person in self.person if person.login == login), None)
        if found is None:
            raise NotAllowed(say("people.unknown_login", login=login))
        return found

    def find(self, person_id: str) -> Person | None:
        """The person with this id, if there is one."""
        return next((person for person in self.person if person.id == person_id), None)

    def may(self, person: Person, role: str) -> bool:
        """Whether the person's role is at least `role`: the same, or higher on a ladder that holds both."""
        return role in self._covered(person.role)

    def who_may(self, role: str) -> tuple[Person, ...]:
        """Everybody whose role is at least `role`, in the order of the file."""
        return tuple(person for person in self.person if self.may(person, role))

    def order(self) -> tuple[str, ...]:
        """All roles from low to high: each ladder keeps its order, else the order of the file decides."""
        return self._order

    def faults(self) -> list[tuple[Location, str]]:
        """What contradicts itself in the file: place and text of each."""
        return [*self._doubles(), *self._unknown_roles(), *self._circles()]

    def _covered(self, role: str) -> set[str]:
        ladders = [ladder[: ladder.index(role) + 1] for ladder in self.roles.values() if role in ladder]
        return {each for ladder in ladders for each in ladder}

    @cached_property
    def _order(self) -> tuple[str, ...]:
        waiting = list(dict.fromkeys(role for ladder in self.roles.values() for role in ladder))
        ordered: list[str] = []
        while waiting:
            free = [role for role in waiting if self._covered(role) <= {*ordered, role}]
            if not free:
                break  # a circle: `read` refuses it
            ordered.append(free[0])
            waiting.remove(free[0])
        return tuple(ordered)

    def _circles(self) -> list[tuple[Location, str]]:
        named = {role for ladder in self.roles.values() for role in ladder}
        return [] if len(self.order()) == len(named) else [(("roles",), say("people.circle"))]

    def _unknown_roles(self) -> list[tuple[Location, str]]:
        known = set(self.order())
        return [
            (("person", number, "role"), say("people.unknown_role"))
            for number, person in enumerate(self.person)
            if known and person.role not in known
        ]

    def _doubles(self) -> list[tuple[Location, str]]:
        """Two entries for one person would let that person be the second pair of eyes."""
        seen: set[tuple[str, str]] = set()
        faults: list[tuple[Location, str]] = []
        for number, person in enumerate(self.person):
            for name in ("id", "login", "name"):
                mark = (name, _plainly(getattr(person, name)))
                if mark in seen:
                    faults.append((("person", number, name), say("people.double", name=name)))
                seen.add(mark)
        return faults


def _plainly(text: str) -> str:
    return " ".join(text.casefold().split())


def current_login() -> str:
    """The login of the account that runs this program, from the operating system."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # an account without a name: a container
        return str(os.geteuid())
