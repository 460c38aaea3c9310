"""Whatever stands in a file, reading it ends in a case or in problems, never in anything else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maatwerk.case.reading import read_case
from maatwerk.case.strict_json import parse
from tests.strategies.rulesets_by_hand import ruleset_of_facts

RULES = ruleset_of_facts()
GOOD = json.dumps({"case": "z1", "ruleset": "met-de-hand", "facts": {"werkt": "ja", "inkomen": "1.00"}}, indent=1)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.binary())
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "zaak.json"
    path.write_bytes(raw)
    found = read_case(path, RULES)
    assert (found.case is None) == bool(found.problems)


@given(st.integers(0, len(GOOD)), st.integers(0, 4), st.text(max_size=3))
def test_a_good_file_with_a_fault_in_it(at: int, cut: int, put: str) -> None:
    text = GOOD[:at] + put + GOOD[at + cut :]
    found = parse(text, "zaak.json")
    try:
        expected = json.loads(text, parse_constant=lambda _: None)
    except ValueError:
        assert found.problems
    else:
        assert found.problems or json.dumps(found.value) == json.dumps(expected)


@given(st.dictionaries(st.sampled_from(["case", "ruleset", "facts", "notes", "process", "x"]), ANYTHING))
def test_any_data(data: dict[str, object]) -> None:
    found = read_case(data, RULES)
    assert (found.case is None) == bool(found.problems)
    assert all(problem.text(lang) for problem in found.problems for lang in ("nl", "en"))
