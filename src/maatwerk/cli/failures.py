"""What a user sees when something goes wrong: one plain text, never a traceback and never a value of a person."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STOPPED = 130  # as shells count an interruption
CLOSED = 141  # as shells count a reader that went away
FAULT = 1


def guarded(run: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Run, turn every failure into a text on standard error, and return the exit code."""
    try:
        code = run(arguments)
        sys.stdout.flush()  # here, so that a reader that went away is noticed here
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        click.echo(("\n" if sys.stdin.isatty() else "") + say("cli.error.stopped"), err=True)  # below what was asked
        return STOPPED
    except BrokenPipeError:
        return _closed()
    except MaatwerkError as wrong:
        return _told(wrong)
    except Exception as fault:  # noqa: BLE001 - the last door: a user never sees a traceback
        return _fault(fault)
    return code


def _told(wrong: MaatwerkError) -> int:
    from maatwerk.cli.screens.failures import lines_of
    from maatwerk.cli.width import columns

    for line in lines_of(wrong, columns(sys.stderr)):
        click.echo(line, err=True)
    return wrong.exit_code


def _closed() -> int:
    """The reader went away (`maatwerk … | head`): stay silent, also when Python flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CLOSED


def _fault(fault: Exception) -> int:
    """Name the kind of fault and the line of ours where it came up. Its text may hold a value, so it is left out."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if "maatwerk" in Path(frame.filename).parts]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    click.echo(say("cli.error.fault", kind=type(fault).__name__, place=place), err=True)
    return FAULT
