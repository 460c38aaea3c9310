"""What goes wrong by wrong use, as exceptions. What is wrong in a text or a case is a `problems.Problem` value.

MaatwerkError
├── ProblemsFound      a ruleset or case that cannot be used; carries its problems
├── NotAllowed         the person may not do this: mandate, four eyes, a draft, a stale assessment   (exit code 5)
├── NoSuchChoice       a choice that this assessment does not have                                       (exit code 2)
├── NoSuchAnswer       an answer to what is not asked; the text names what is
├── StillOpen          a question or a point has no answer yet                                       (exit codes 3, 4)
├── LetterIncomplete   a required part of a letter is missing
├── RegisterNotWhole   the register was altered                                                      (exit code 7)
├── RegisterRefused    the register does not take this, or does not have it; nothing was written
├── OrganisationError  no organisation folder, or a file in it that cannot be used
├── MissingExtra       a library that is not installed; the text says how to
└── FormatRefused      a letter that cannot be written in this format; the text says in which it can
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.basics.problems import Problem


class MaatwerkError(Exception):
    """Base of everything raised on purpose. The text is plain Dutch and holds no personal value."""

    exit_code = 1


class ProblemsFound(MaatwerkError):
    """A ruleset or case cannot be used. `problems` holds all of them, in order of place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Carry the problems."""
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.place}: {problem.code}" for problem in self.problems))


class NotAllowed(MaatwerkError):
    """The person may not do this; the text says why and who may."""

    exit_code = 5


class NoSuchChoice(MaatwerkError):
    """The choice is not among those of the assessment; the text names them."""

    exit_code = 2


class NoSuchAnswer(MaatwerkError):
    """An answer to something that this choice does not ask, as of an older check; the text names what it asks."""


class StillOpen(MaatwerkError):
    """An answer is missing. `exit_code` is 3 for questions about facts, 4 for points to notice."""

    def __init__(self, text: str, *, exit_code: int = 4) -> None:
        """Say what is open; `exit_code` 3 (facts) or 4 (points)."""
        self.exit_code = exit_code
        super().__init__(text)


class LetterIncomplete(MaatwerkError):
    """A letter misses required parts. `missing` names them; `decided`: it is about a decision that was taken."""

    def __init__(self, missing: Sequence[tuple[str, str]], *, decided: bool = True) -> None:
        """Take pairs (section kind, what is missing and whom to ask)."""
        self.missing, self.decided = tuple(missing), decided
        super().__init__(", ".join(kind for kind, _ in self.missing))


class RegisterNotWhole(MaatwerkError):
    """The chain of the register does not close; the text names the line."""

    exit_code = 7


class RegisterRefused(MaatwerkError):
    """The register does not take this entry, or does not have what was asked for. Nothing was written."""


class OrganisationError(MaatwerkError):
    """There is no organisation folder, or a file in it cannot be used."""


class MissingExtra(MaatwerkError):
    """A library of an extra is not installed; the text has the command that does it."""


class FormatRefused(MaatwerkError):
    """A letter cannot be written in a format as it should be; the text says why and what else there is."""
