"""Bad cases: what is wrong, the text (`¶` marks the place that must be told), and the code. All in one table."""

from __future__ import annotations

from typing import NamedTuple

from tests.bad.rulesets import MARK


class BadCase(NamedTuple):
    """One bad case file. Without a mark the whole file is meant; no code: taken literally, nothing is wrong."""

    what: str
    made: str
    code: str


def leges(written: str) -> str:
    """A case with this behind the key of an amount."""
    return f'{{"case": "z", "ruleset": "raalte-id-kaart", "facts": {{\n"leges": {written}}}}}'


def cut(written: str) -> str:
    """The same, without anything behind it."""
    return leges(written).removesuffix("}}")


def fact(name: str, written: str) -> str:
    return f'{{"case": "z", "ruleset": "raalte-id-kaart", "facts": {{\n"{name}": {written}}}}}'


def called(written: str) -> str:
    """A case of somebody with this name."""
    return leges('"1"').removesuffix("}") + f',\n"resident": {{"name": {written}}}}}'


KEYS = ",\n".join(f'"a{number}": {"" if number else MARK}""' for number in range(10_000))
TIME = '"2026-03-29T02:30:00"'
CASES = (
    BadCase("56 NaN", leges("¶NaN"), "C009"),
    BadCase("57 Infinity", leges("¶Infinity"), "C009"),
    BadCase("57 -Infinity", leges("¶-Infinity"), "C009"),
    BadCase("58 1e400", leges("¶1e400"), "C010"),
    BadCase("59 1e999999", leges('¶"1e999999"'), "C043"),
    BadCase("60 a key twice", leges('"1", ¶"leges": "2"'), "C008"),
    BadCase("61 depth 1,000", cut("[" * 31 + "¶" + "[" * 969), "C007"),
    BadCase("62 depth 100,000", cut("[" * 31 + "¶" + "[" * 99_969), "C007"),
    BadCase("63 5,000 digits", leges('¶"' + "9" * 5000 + '"'), "C043"),
    BadCase("63 5,000 digits without quotes", leges("¶" + "9" * 5000), "C010"),
    BadCase("64 a number where the form is a text", leges("¶12"), "C010"),
    BadCase("64 a number for yes or no", fact("kan_pinnen", '¶"12"'), "C040"),
    BadCase("65 true for an amount", leges("¶true"), "C043"),
    BadCase("65 true for yes", fact("kan_pinnen", "¶true"), "C040"),
    BadCase("66 other digits", leges('¶"١٢"'), "C043"),
    BadCase("67 1_000", leges('¶"1_000"'), "C043"),
    BadCase("68 1.000,50", leges('¶"1.000,50"'), "C043"),
    BadCase("69 below nothing", leges('¶"-1"'), "C047"),
    BadCase("70 minus nothing", leges('"-0"'), ""),
    BadCase("71 2^53 + 1 without quotes", leges("¶9007199254740993"), "C010"),
    BadCase("71 2^53 + 1", leges('¶"9007199254740993"'), "C043"),
    BadCase("71 the largest amount", leges('"999999999999.99"'), ""),
    BadCase("72 half a letter", leges('¶"\\ud800"'), "C011"),
    BadCase("73 a NUL", leges('¶"\\u0000"'), "C011"),
    BadCase("73 a NUL in a name", called('¶"A\\u0000"'), "C011"),
    BadCase("74 a name from right to left", called('"محمد (verzonnen)"'), ""),
    BadCase("74 a name turned around", called('¶"\\u202eA (verzonnen)"'), "C011"),
    BadCase("75 10 MB", leges('"' + "a" * 10_000_000 + '"'), "C002"),
    BadCase("75 10,000 keys", leges('"1",\n' + KEYS), "C030"),
    BadCase("76 an emoji in a name", called('"\U0001f600 (verzonnen)"'), ""),
    BadCase("77 a key of the engine", fact("$s", '¶"x"'), "C030"),
    BadCase("77 sid", fact("sid", '¶"x"'), "C030"),
    BadCase("77 id", fact("id", '¶"x"'), "C030"),
    BadCase("78 sid with keys of its own", fact("sid", '{"a": ¶1}'), "C010"),
    BadCase("78 sid with a text inside", fact("sid", '¶{"a": "1"}'), "C030"),
    BadCase("79 a key that does not exist", leges('"1"').removesuffix("}") + ',\n"recieved": ¶"2026-01-01"}', "C020"),
    BadCase("80 nothing for what must be there", called("¶null"), "C022"),
    BadCase("80 nothing for a fact", leges("null"), ""),
    BadCase("81 a BSN that cannot be one", fact("bsn", '¶"123456789"'), "C030"),
    BadCase("82 a BSN that lost its nought", called('"A (verzonnen)", "bsn": ¶"12345678"'), "C020"),
    BadCase("83 29 February in another year", fact("datum_afhalen", '¶"2026-02-29"'), "C042"),
    BadCase("83 a day still to come", fact("datum_afhalen", '"2036-02-29"'), ""),
    BadCase("84 a time that the clock skips", fact("datum_afhalen", f"¶{TIME}"), "C042"),
    BadCase("84 received at that time", leges('"1"').removesuffix("}") + f',\n"received": ¶{TIME}}}', "C029"),
    BadCase("85 cut off", cut('¶"1'), "C005"),
    BadCase("86 more behind the end", leges('"1"') + " ¶x", "C006"),
    BadCase("87 nothing between the quotes", leges('¶""'), "C043"),
    BadCase("105 a path as a name", leges('"1"').replace('"z"', '¶"../../x"'), "C024"),
)  # fmt: skip


def made(bad: BadCase) -> tuple[str, str]:
    """The text of the file, and the place that must be told: `:line:column`, or nothing for the whole file."""
    before, mark, _ = bad.made.partition(MARK)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return bad.made.replace(MARK, "", 1), f":{line}:{column}" if mark else ""
