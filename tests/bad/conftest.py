from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.cli.conftest import adopted_office, office, run

__all__ = ["adopted_office", "office", "run"]


@pytest.fixture(scope="module", autouse=True)
def what_other_tests_left_is_not_looked_at() -> Iterator[None]:
    """Python looks through all objects for rubbish: those of hundreds of other tests are not the program's."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
