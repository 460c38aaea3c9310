"""What all tests share: how many examples Hypothesis tries, and which folders are not part of a plain run."""

from __future__ import annotations

import functools
import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from maatwerk.basics.text import use_language

TESTS = Path(__file__).parent
SLOW_FOLDERS = ("chromium", "hammer")

# A loaded machine generates slowly: that says nothing about the code.
SLOW_MACHINE = (HealthCheck.too_slow,)

settings.register_profile("dev", max_examples=20, deadline=None, suppress_health_check=SLOW_MACHINE)
settings.register_profile(
    "ci", max_examples=100, deadline=None, derandomize=True, print_blob=True, suppress_health_check=SLOW_MACHINE
)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=SLOW_MACHINE)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in a slow folder with the name of that folder; pyproject.toml leaves those marks out."""
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0] if item.path.is_relative_to(TESTS) else ""
        if folder in SLOW_FOLDERS:
            item.add_marker(folder)


@pytest.fixture(autouse=True)
def _in_dutch() -> None:
    """Every test begins in Dutch, whatever `--lang` a test before it used."""
    use_language("nl")


@pytest.fixture(autouse=True, scope="session")
def _remembering() -> list[functools._lru_cache_wrapper[object]]:
    """Under `make mutate`: what remembers earlier results in our code. It forgets them here, at the start of each fork.

    mutmut forks after a first run of the tests: what that run remembered would hide a change in the code.
    """
    if "MUTANT_UNDER_TEST" not in os.environ:
        return []
    caches = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]  # noqa: SLF001
    ours = [each for each in caches if each.__module__.startswith(("maatwerk", "tests"))]
    _forget(ours)
    return ours


@pytest.fixture(autouse=True)
def _nothing_remembered(_remembering: list[functools._lru_cache_wrapper[object]]) -> None:
    """While mutmut notes which test comes where, no test may find the work done by the one before it."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        _forget(_remembering)


def _forget(caches: list[functools._lru_cache_wrapper[object]]) -> None:
    for each in caches:
        each.cache_clear()
