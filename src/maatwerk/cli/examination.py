"""What `doctor` looks at: Python, both reasoners, the database, the folder, the person, the register and the rules."""

from __future__ import annotations

import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from maatwerk.basics.bounds import use
from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.text import say
from maatwerk.cli.desk import Desk, folder_here, for_ruleset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.organisation.folder import Organisation

TRIALS = 200
WAL_REPAIRED = (3, 51, 3)  # sqlite.org/wal.html: the WAL-reset fault, repaired in this release
DIFFER, NOT_WHOLE, WRONG = 6, 7, 1


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was examined; `id` is the same in every language, `exit_code` is 0 when it is well."""

    id: str
    name: str
    text: str
    exit_code: int = 0


def examine() -> list[Found]:
    """Look at everything. What concerns the organisation is left out outside its folder, and that is said."""
    found = [_python(), _reasoners(), _sqlite()]
    organisation = folder_here()
    if organisation is None:
        return [*found, Found("folder", say("cli.doctor.folder"), say("cli.doctor.no_folder"))]
    looks: tuple[tuple[str, Callable[[Organisation], Found]], ...] = (
        ("folder", _folder),
        ("person", _person),
        ("register", _register),
        ("rulesets", _rulesets),
    )
    return [*found, *(_carefully(name, look, organisation) for name, look in looks)]


def _carefully(name: str, look: Callable[[Organisation], Found], organisation: Organisation) -> Found:
    try:
        return look(organisation)
    except MaatwerkError as wrong:
        return Found(name, say(f"cli.doctor.{name}"), str(wrong).strip(), wrong.exit_code)


def _python() -> Found:
    return Found("python", f"python {platform.python_version()}", say("cli.doctor.good"))


def _reasoners() -> Found:
    from maatwerk.reasoning import durable
    from maatwerk.reasoning.trial import differences

    if not durable.available():
        return Found("reasoners", "durable-rules", say("cli.doctor.no_engine"))
    name = f"durable-rules {version('durable-rules')}"
    wrong = differences(TRIALS)
    if wrong:
        return Found("reasoners", name, say("cli.doctor.differ", number=TRIALS, wrong=wrong), DIFFER)
    return Found("reasoners", name, say("cli.doctor.agree", number=TRIALS))


def _sqlite() -> Found:
    fixed = sqlite3.sqlite_version_info >= WAL_REPAIRED
    return Found("sqlite", f"sqlite {sqlite3.sqlite_version}", say("cli.doctor.good" if fixed else "cli.doctor.no_wal"))


def _folder(organisation: Organisation) -> Found:
    use(organisation.bounds)
    return Found("folder", say("cli.doctor.folder"), f"{organisation.folder} · {organisation.settings.name}")


def _person(organisation: Organisation) -> Found:
    me = organisation.people.me()
    return Found("person", say("cli.doctor.person"), f"{me.login} → {me.name}, {me.function}")


def _register(organisation: Organisation) -> Found:
    from maatwerk.register import Register

    name = say("cli.doctor.register")
    if not organisation.register.exists():
        return Found("register", name, say("cli.doctor.no_register"))
    found = Register.open(organisation.register, create=False).verify()
    state = say("cli.doctor.whole" if found.whole else "cli.doctor.not_whole", number=found.entries)
    return Found("register", name, f"{organisation.register} · {state}", 0 if found.whole else NOT_WHOLE)


def _rulesets(organisation: Organisation) -> Found:
    adopted = drafts = 0
    wrong: list[str] = []
    past: list[str] = []
    for name, desk in _desks(organisation):
        if desk is None:
            (past if _is_past(organisation, name) else wrong).append(name)
        elif desk.adopted:
            adopted += 1
        else:
            drafts += 1
    text = say("cli.doctor.rulesets_found", adopted=adopted, drafts=drafts)
    if past:
        text += say("cli.doctor.rulesets_past", names=", ".join(past))
    if wrong:
        text += say("cli.doctor.rulesets_wrong", names=", ".join(wrong))
    return Found("rulesets", say("cli.doctor.rulesets"), text, WRONG if wrong else 0)


def _desks(organisation: Organisation) -> Iterator[tuple[str, Desk | None]]:
    from maatwerk.ruleset.library import ids

    for name in ids(organisation.rulesets):
        try:
            yield name, for_ruleset(name, None)
        except MaatwerkError:
            yield name, None


def _is_past(organisation: Organisation, name: str) -> bool:
    """Whether the last version has ended: such rules are kept for cases of their own days."""
    from maatwerk.basics import clock
    from maatwerk.ruleset.library import versions

    found = versions(organisation.rulesets, name)
    return bool(found) and found[-1].ended_on(clock.today())
