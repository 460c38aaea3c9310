"""Whatever comes in: a result or documented problems, within a second, and never a fault of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random  # noqa: TID251 - given by Hypothesis
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.basics.problems import Place, problem
from tests.fuzz.judge import Surprise, documented, require, within
from tests.fuzz.targets import TARGETS, Target

RANDOM = st.randoms(use_true_random=False)


@pytest.fixture(scope="module", params=TARGETS)
def target(request: pytest.FixtureRequest) -> Iterator[Target]:
    with TemporaryDirectory() as folder:
        yield TARGETS[request.param](Path(folder))


def test_everything_that_we_ship_is_dealt_with(target: Target) -> None:
    for seed in target.seeds:
        target.judge(seed)


@given(data=st.data(), random=RANDOM)
def test_what_we_ship_with_some_parts_changed(target: Target, data: st.DataObject, random: Random) -> None:
    target.judge(target.change(data.draw(st.sampled_from(target.seeds)), random))


@given(raw=st.binary() | st.text().map(lambda text: text.encode(errors="surrogatepass")))
def test_any_bytes_and_any_text(target: Target, raw: bytes) -> None:
    target.judge(raw)


@given(data=st.data(), random=RANDOM)
def test_a_change_is_the_same_for_the_same_random_numbers(target: Target, data: st.DataObject, random: Random) -> None:
    seed = data.draw(st.sampled_from(target.seeds))
    number = random.randrange(1000)

    assert target.change(seed, Random(number)) == target.change(seed, Random(number))


def test_a_slow_input_is_a_surprise() -> None:
    with pytest.raises(Surprise, match=r"took 0\.\d\d s"), within(0.01):
        sum(range(3_000_000))


@pytest.mark.parametrize(
    "wrong",
    [problem("M999", Place("a.md", 1)), problem("M003", Place("a.md", 3)), problem("M003", Place("a.md", 1, 9))],
    ids=["no such code", "no such line", "no such column"],
)
def test_a_problem_that_is_not_documented_or_not_there_is_a_surprise(wrong: object) -> None:
    documented([problem("M003", Place("a.md", 2, 1)), problem("M003", Place("b.md", 99))], "abc\nd", "a.md")

    with pytest.raises(Surprise):
        documented([wrong], "abc\nd", "a.md")  # type: ignore[list-item]


def test_what_does_not_hold_is_a_surprise() -> None:
    require(True, "")  # noqa: FBT003

    with pytest.raises(Surprise, match="why"):
        require(False, "why")  # noqa: FBT003
