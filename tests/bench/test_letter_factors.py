"""Which combinations of texts are sought, and when two figures in two languages are the same."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from maatwerk.bench.letters.factors import Factor, number_of, wanted
from maatwerk.letter.figures import figures

numbers = st.lists(st.integers(1, 3), min_size=2, max_size=6)


@given(numbers)
def test_in_pairs_every_two_options_go_together_once(sizes: list[int]) -> None:
    factors = [Factor(f"f{at}", tuple(range(size))) for at, size in enumerate(sizes)]
    found = [frozenset((factor.name, option) for factor, option in each) for each in wanted(factors, pairs=True)]
    every = {
        frozenset(((one.name, left), (other.name, right)))
        for one, other in product(factors, repeat=2)
        if one.name < other.name
        for left, right in product(one.options, other.options)
    }

    assert len(found) == len(every)
    assert set(found) == every


@given(numbers)
def test_not_in_pairs_every_combination_is_there_once(sizes: list[int]) -> None:
    factors = [Factor(f"f{at}", tuple(range(size))) for at, size in enumerate(sizes)]
    found = list(wanted(factors, pairs=False))

    assert number_of(factors) == len(found) == len(set(found))


@settings(max_examples=200)
@given(st.integers(0, 10**9), st.integers(0, 99))
def test_an_amount_is_the_same_figure_in_both_languages(euros: int, cents: int) -> None:
    english = f"€{euros:,}.{cents:02d}"
    dutch = english.translate(str.maketrans(",.", ".,")).replace("€", "€ ")

    assert figures(f"U krijgt {dutch}.", "nl") == figures(f"You get {english}.", "en")
