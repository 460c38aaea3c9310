"""What a good case file says, and what each wrong one is told."""

from __future__ import annotations

import json
import os
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from maatwerk.basics.errors import ProblemsFound
from maatwerk.case.reading import CaseReading, parsed_case, read_case, ruleset_named
from maatwerk.expressions.values import Choice, Span, Truth, Words
from tests.strategies.rulesets_by_hand import ruleset_of_facts

RULES = ruleset_of_facts()
HEAD = '{"case": "z1", "ruleset": "met-de-hand", "facts": {\n'


def read(data: dict[str, Any]) -> CaseReading:
    return read_case({"case": "z1", "ruleset": "met-de-hand", **data}, RULES)


def codes(found: CaseReading) -> list[str]:
    return [problem.code for problem in found.problems]


def read_text(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    path = tmp_path / "zaak.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return [(str(problem.place), problem.code) for problem in read_case(path, RULES).problems]


def test_every_type_of_fact_is_read_exactly() -> None:
    written = {
        "werkt": "nee",
        "woont": "samen",
        "geboren": "2012-02-29",
        "inkomen": "1690.80",
        "saldo": "-0.5",
        "kinderen": "3",
        "deel": "5.5%",
        "verhaal": "Ik ben Ğülşen.",
    }
    case = read({"facts": written}).case
    assert case is not None
    assert {name: given.value for name, given in case.facts.items()} == {
        "werkt": Truth.NO,
        "woont": Choice(frozenset({"samen"})),
        "geboren": Span.point(date(2012, 2, 29)),
        "inkomen": Span.point(Fraction("1690.80")),
        "saldo": Span.point(Fraction(-1, 2)),
        "kinderen": Span.point(Fraction(3)),
        "deel": Span.point(Fraction(55, 1000)),
        "verhaal": Words("Ik ben Ğülşen."),
    }


def test_left_out_null_and_onbekend_all_mean_not_known() -> None:
    case = read({"facts": {"werkt": None, "inkomen": "onbekend", "deel": {"by": "S. Yilmaz (verzonnen)"}}}).case
    assert case is not None
    assert case.facts == {}


def test_a_bare_value_is_verified_only_where_the_register_alone_may_answer() -> None:
    case = read({"facts": {"geboren": "2012-05-01", "inkomen": "10.00"}}).case
    assert case is not None
    assert (case.facts["geboren"].verified, case.facts["inkomen"].verified) == (True, False)


def test_what_is_said_about_a_fact_is_kept() -> None:
    told = {"value": "10.00", "by": "inwoner", "source": "loonstrook", "on": "2026-02-01", "contested": True}
    case = read(
        {"facts": {"inkomen": {**told, "verified": True}, "geboren": {"value": "2012-05-01", "verified": False}}}
    ).case
    assert case is not None
    income = case.facts["inkomen"]
    assert (income.by, income.source, income.on) == ("inwoner", "loonstrook", date(2026, 2, 1))
    assert (income.verified, income.contested, case.facts["geboren"].verified) == (True, True, False)


def test_the_rest_of_the_case_is_read_as_well() -> None:
    case = read(
        {
            "received": "2026-02-09",
            "resident": {"name": "Ł. de Boer (verzonnen)", "address": ["Dorpsstraat 0"]},
            "contact": {"name": "S. Yilmaz (verzonnen)", "phone": "0000"},
            "process": {"heard": {"on": "2026-02-10", "how": "telefoon"}, "suspended": [{"from": "2026-02-11"}]},
            "precedents": [{"number": "2026-0001", "exception": "e", "granted": True, "for": ["a"]}],
            "notes": ["bijzonder"],
        }
    ).case
    assert case is not None
    assert case.resident is not None
    assert case.process.heard is not None
    assert case.resident.address == ("Dorpsstraat 0",)
    assert (case.received, case.process.heard.on) == (date(2026, 2, 9), date(2026, 2, 10))
    assert case.process.suspended[0].start == date(2026, 2, 11)
    assert (case.precedents[0].supports, case.notes) == (("a",), ("bijzonder",))


@pytest.mark.parametrize(
    "word",
    [
        "١٢",
        "1_000",
        "1.000,50",
        "1e9",
        "1e999999",
        " 10",
        "10 ",
        "",
        "+1",
        "1.",
        ".5",
        "1.234",
        "1" * 13,
        "NaN",
        "Infinity",
    ],
)
def test_what_is_no_plain_amount_is_refused(word: str) -> None:
    found = read({"facts": {"inkomen": word}})
    assert (found.case, codes(found)) == (None, ["C043"])


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("werkt", "misschien", "C040"),
        ("werkt", True, "C040"),
        ("werkt", "Ja", "C040"),
        ("woont", "apart", "C041"),
        ("geboren", "2026-02-29", "C042"),
        ("geboren", "2026-2-1", "C042"),
        ("geboren", "1-2-2026", "C042"),
        ("kinderen", "drie", "C044"),
        ("deel", "0.05", "C045"),
        ("verhaal", "", "C046"),
        ("verhaal", "x" * 4097, "C046"),
        ("inkomen", "-0.01", "C047"),
        ("inkomen", ["10"], "C043"),
        ("inkomen", {"value": "x"}, "C043"),
        ("inkomen", {"value": "1", "bron": "x"}, "C020"),
        ("inkomen", {"value": "1", "on": "gisteren"}, "C029"),
        ("inkomen", 1690, "C010"),
        ("inkomen", 1690.8, "C010"),
        ("inkomen", object(), "C012"),
        ("inkomen", "1\x00", "C011"),
        ("inkomen", "\ud800", "C011"),
        ("inkomn", "1", "C030"),
        ("sid", "1", "C030"),
        ("$s", "1", "C030"),
    ],
)
def test_a_wrong_value_names_the_fact_and_what_is_expected(name: str, value: object, code: str) -> None:
    assert codes(read({"facts": {name: value}})) == [code]


def test_minus_nothing_is_nothing() -> None:
    case = read({"facts": {"inkomen": "-0"}}).case
    assert case is not None
    assert case.facts["inkomen"].value == Span.point(Fraction(0))


def test_an_unknown_name_gets_a_suggestion() -> None:
    found = read({"facts": {"inkomn": "1"}, "recieved": "2026-01-01", "process": {"contact": []}})
    assert {(problem.code, problem.hint) for problem in found.problems} == {
        ("C030", "inkomen"),
        ("C020", "received"),
        ("C020", "contacts"),
    }


def test_all_problems_come_at_once_in_order_of_place(tmp_path: Path) -> None:
    text = HEAD + '"werkt": "x",\n  "inkomen": 12,\n"inkomen": "1"}}'
    assert read_text(tmp_path, text) == [("zaak.json:3:14", "C010"), ("zaak.json:4:1", "C008")]
    text = HEAD + '"werkt": "x",\n  "inkomn": "12"},\n"received": "x"}'
    assert read_text(tmp_path, text) == [
        ("zaak.json:2:10", "C040"),
        ("zaak.json:3:13", "C030"),
        ("zaak.json:4:13", "C029"),
    ]


@pytest.mark.parametrize(
    ("rest", "place", "code"),
    [
        ('"werkt": NaN}}', "2:10", "C009"),
        ('"werkt": -Infinity}}', "2:10", "C009"),
        ('"werkt": 1e400}}', "2:10", "C010"),
        ('"werkt": ' + "9" * 5000 + "}}", "2:10", "C010"),
        ('"werkt": 9007199254740993}}', "2:10", "C010"),
        ('"werkt": "ja"', "2:14", "C005"),
        ('"werkt": "ja', "2:10", "C005"),
        ('"werkt": "ja"}} {}', "2:17", "C006"),
        ('"werkt": tru}}', "2:10", "C004"),
        ('"werkt" "ja"}}', "2:9", "C004"),
        ('"werkt": "\\x"}}', "2:11", "C004"),
        ('"werkt": "j\\u0000a"}}', "2:10", "C011"),
        ('"werkt": "\\ud800"}}', "2:10", "C011"),
        ('"werkt": "\\u202e"}}', "2:10", "C011"),
        ('"werkt": "j\na"}}', "2:12", "C011"),
        ('"werkt": ' + "[" * 1000, "2:41", "C007"),
        ('"werkt": ' + "[" * 100_000, "2:41", "C007"),
        ("werkt: 'ja'}}", "2:1", "C004"),
        ("", "2:1", "C005"),
    ],
)
def test_bad_json_is_told_where_it_is_bad(tmp_path: Path, rest: str, place: str, code: str) -> None:
    assert read_text(tmp_path, HEAD + rest) == [(f"zaak.json:{place}", code)]


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    utf16, large, pipe = tmp_path / "utf16.json", tmp_path / "groot.json", tmp_path / "pijp.json"
    utf16.write_bytes("{}".encode("utf-16"))
    large.write_bytes(b" " * (1024 * 1024 + 1))
    os.mkfifo(pipe)
    sources = (utf16, large, pipe, tmp_path, tmp_path / "weg.json", Path("/dev/zero"))
    assert [codes(read_case(path, RULES)) for path in sources] == [
        ["C003"],
        ["C002"],
        ["C001"],
        ["C001"],
        ["C001"],
        ["C001"],
    ]


@pytest.mark.parametrize("text", ["[]", '"zaak"', "null", "true"])
def test_a_case_is_keys_with_values(tmp_path: Path, text: str) -> None:
    assert [code for _, code in read_text(tmp_path, text)] == ["C027"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"case": "../../x"}, "C024"),
        ({"case": ""}, "C024"),
        ({"case": None}, "C022"),
        ({"ruleset": "andere-regels"}, "C033"),
        ({"facts": []}, "C027"),
        ({"notes": "één"}, "C026"),
        ({"resident": {"name": "x" * 5000}}, "C023"),
        ({"resident": {}}, "C021"),
        ({"resident": {"name": "x", "language": "de"}}, "C028"),
        ({"resident": "x"}, "C027"),
        ({"process": {"heard": {"waived": "ja"}}}, "C025"),
        ({"process": {"suspended": [{"from": "2026-02-02", "to": "2026-02-01"}]}}, "C034"),
        ({"received": "2026-02-30"}, "C029"),
        ({"received": "2026-02-03T00:00:00"}, "C029"),
        ({"received": "1699920000"}, "C029"),
    ],
)
def test_a_wrong_shape_has_its_own_code(data: dict[str, Any], code: str) -> None:
    assert codes(read(data)) == [code]


def test_data_that_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless += [endless, endless]
    assert codes(read({"notes": endless})) == ["C007"]


def test_no_problem_shows_what_a_person_filled_in() -> None:
    canary = "KANARIE"
    bad: dict[str, Any] = {name: f"{canary}!" for name in RULES.facts if name != "verhaal"}
    shapes: list[dict[str, Any]] = [
        {"facts": {**bad, f"{canary} naam": "x"}},
        {"facts": {name: {"value": f"{canary}!", "on": canary} for name in bad}},
        {"received": canary, "resident": {"name": [canary], "language": canary, f"{canary} x": canary}},
        {"case": f"{canary}!!", "ruleset": f"{canary}", "notes": canary},
    ]
    for shape in shapes:
        found = read(shape)
        shown = [
            problem.text(lang) + str(problem) + repr(problem) for problem in found.problems for lang in ("nl", "en")
        ]
        assert found.problems
        assert [text for text in shown if canary in text] == []


def test_the_ruleset_is_known_before_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "zaak.json"
    path.write_text(HEAD + '"iets_vreemds": "x"}}', encoding="utf-8")
    assert ruleset_named(parsed_case(path)) == "met-de-hand"
    path.write_text(json.dumps({"case": "z1"}), encoding="utf-8")
    with pytest.raises(ProblemsFound) as caught:
        ruleset_named(parsed_case(path))
    assert [problem.code for problem in caught.value.problems] == ["C021"]
