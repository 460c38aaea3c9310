"""The document of a ruleset, read a second time: for where its keys and tables stand, which the model does not keep."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from maatwerk.basics.errors import MaatwerkError
from maatwerk.basics.problems import Problem
from maatwerk.basics.text import say
from maatwerk.ruleset.build import read_document
from maatwerk.ruleset.source import read_source

if TYPE_CHECKING:
    from maatwerk.ruleset.build import Draft
    from maatwerk.ruleset.model import Ruleset


class ChangedMeanwhile(MaatwerkError):
    """The file holds another text than the ruleset was read from."""


def read_again(ruleset: Ruleset) -> Draft:
    """The document of a ruleset. Raises ChangedMeanwhile where its file was written again, or is gone."""
    path = Path(ruleset.file)
    source = read_source(path, path.absolute().parent.parent)
    if isinstance(source, Problem) or hashlib.sha256(source.content).hexdigest() != ruleset.identity.text_hash:
        raise ChangedMeanwhile(say("bench.changed_meanwhile", file=ruleset.file))
    return read_document(source)
