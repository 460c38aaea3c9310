"""Every slip of tests/bench/planted.py is found with its line; `make test` tries one in four."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.planted import PLANTED, lines_named, with_slip

pytestmark = pytest.mark.hammer


@pytest.mark.parametrize(("kind", "name", "right", "wrong"), PLANTED, ids=lambda text: text.partition("/")[0][:40])
def test_a_slip_is_found_with_its_line(tmp_path: Path, kind: str, name: str, right: str, wrong: str) -> None:
    file, slip = with_slip(tmp_path, name, right, wrong)

    assert (kind, slip) == (kind, slip & lines_named(file))
