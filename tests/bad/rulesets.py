"""Bad rulesets: what is wrong, the text (`¶` marks the place that must be told), and the code. All in one table."""

from __future__ import annotations

from typing import NamedTuple

from tests.ruleset import problem_pages as page

MARK = "¶"
REQUIREMENT = "inkomen <= (als huishouden = paar dan grens + € 500 anders grens)"


class Bad(NamedTuple):
    """One bad ruleset. Without a mark the whole file is meant; no code: taken literally, nothing is wrong."""

    what: str
    made: str | bytes
    code: str


def put(old: str, new: str) -> str:
    """The small ruleset with one piece changed."""
    assert old in page.base()
    return page.base().replace(old, new, 1)


def eis(text: str) -> str:
    return put(REQUIREMENT, text)


def cell(text: str) -> str:
    return put("| € 1.000 |", f"| {text} |")


def title(text: str) -> str:
    return put("titel: Een voorbeeld", f"titel: {text}")


def prose(text: str) -> str:
    return put("Wie weinig heeft, krijgt steun.", text)


def chain(levels: int, link: str) -> str:
    """Calculations that each rest on the one before."""
    blocks = (f"### Berekening: ¶b{n}\n\n- is: {link.format(n - 1)}\n- soort: ja_nee\n" for n in range(1, levels))
    return (
        eis(f"b{levels - 1}")
        + "\n### Berekening: b0\n\n- is: huishouden = paar\n- soort: ja_nee\n\n"
        + "\n".join(blocks)
    )


def circle(number: int) -> str:
    """Calculations that each rest on the next, and the last on the first."""
    names = [f"k{each}" for each in range(number)]
    blocks = [
        f"### Berekening: {name}\n\n- is: {after}\n- soort: ja_nee\n"
        for name, after in zip(names, names[1:] + names[:1], strict=True)
    ]
    return (page.base() + "\n" + "\n".join(blocks)).replace("k0\n", "¶k0\n", 1)


TOP = """
| norm | soort | vanaf | bij | waarde | bron |
|---|---|---|---|---|---|
| top | bedrag per maand | {day} | alleen | € 100 | artikel 2 |
"""
WAYS = " en ".join(["(inkomen_laag of niet inkomen_laag)"] * 40)
RULESETS = (
    Bad("1 empty", "", "M005"),
    Bad("2 only a comment", "¶<!-- niets -->\n", "M006"),
    Bad("3 a byte order mark in the middle", title("een¶\ufefftwee"), "M004"),
    Bad("4 UTF-16", "¶---\ntaal".encode("utf-16"), "M003"),
    Bad("5 Latin-1", "---\ntitel: caf¶é\n".encode("latin-1"), "M003"),
    Bad("6 a NUL", title("Een¶\0"), "M004"),
    Bad("7 indented with a tab", put("- bron: artikel 1\n", "- bron: artikel\n\t1\n"), ""),
    Bad("8 a quote that is not closed", title('"Een voorbeeld'), ""),
    Bad("9 a key twice", put("titel:", "titel: x\n¶titel:"), "M009"),
    Bad("10 a name twice", put("### Uitkomst: geen_steun", "### Uitkomst: ¶ja_steun"), "M023"),
    Bad("11 NO", title("NO"), ""),
    Bad("12 010", cell("¶010"), "M218"),
    Bad("13 0123456789", eis("inkomen <= € ¶0123456789"), "M102"),
    Bad("14 22:30", eis("inkomen <= 22¶:30"), "M101"),
    Bad("15 1_000", eis("inkomen <= € 1¶_000"), "M122"),
    Bad("16 30 February", eis("aanvraagdatum <= ¶2026-02-30"), "M113"),
    Bad("17 month 0", put("geldig_vanaf: 2026-01-01", "geldig_vanaf: ¶2026-00-01"), "M220"),
    Bad("18 infinity", cell("¶.inf"), "M218"),
    Bad("19 aliases", title("&a [*a, *a, *a]"), ""),
    Bad("20 a calculation of itself", chain(2, "¶b1").replace("b¶b1", "b1").replace("- is: ¶b1", "- is: b1"), "M240"),
    Bad("21 a merge key", put("titel: Een", "¶<<: *basis\ntitel: Een"), "M008"),
    Bad("22 a call", title("!!python/object/apply:os.system ['touch gekraakt']"), ""),
    Bad("24 a tag", cell("¶!!int 0xZZ"), "M218"),
    Bad("25 nothing behind a key", put("titel: Een voorbeeld", "¶titel:"), "M011"),
    Bad("23 a tag of another program", title("!foo bar"), ""),
    Bad("26 two documents", page.base() + "¶" + page.base(), "M050"),
    Bad("26 names of a second document", page.base() + page.base().replace("| aanvraagdatum |", "| ¶aanvraagdatum |", 1), "M023"),  # noqa: E501
    Bad("26 a second front matter without dashes below it", page.base() + "\n¶---\n\ntaal: maatwerk-1\n", "M050"),
    Bad("26 a line of dashes in prose", page.base() + "\n---\n\nTitel: zo heet het.\n", ""),
    Bad("27 500 lists in each other", page.base() + "".join("  " * n + "- a\n" for n in range(500)), "M015"),
    Bad("28 100,000 quotes in each other", page.base() + ">" * 100_000 + "\n", ""),
    Bad("29 20,000 keys", page.base() + "- sleutel: x\n" * 20_000, "M048"),
    Bad("30 2 MiB", b"a" * (2 << 20), "M002"),
    Bad("30 2 MiB of two bytes a letter", ("é" * (1 << 20)).encode(), "M002"),
    Bad("31 1,900 digits", eis("inkomen <= € ¶" + "9" * 1900), "M128"),
    Bad("31 5,000 digits", eis("¶inkomen <= € " + "9" * 5000), "M109"),
    Bad("32 half a letter", title("¶\ud800").encode("utf-8", "surrogatepass"), "M003"),
    Bad("33 text turned around", prose("Wie ¶\u202eweinig heeft"), "M004"),
    Bad("34 a look-alike letter", eis("¶ink\u043emen <= grens"), "M118"),
    Bad("34 a look-alike letter in a key", put("- eis:", "- ¶\u0435is:"), "M015"),
    Bad("35 one name written in two ways", put("alleen, paar", "¶caf\u00e9, cafe\u0301"), "M216"),
    Bad("36 a list as a key", put("titel: Een", "¶? [a, b]\ntitel: Een"), "M008"),
    Bad("37 yes as a key", put("titel: Een", "¶on: ja\ntitel: Een"), "M010"),
    Bad("38 a number as a key", put("titel: Een", "¶1: x\ntitel: Een"), "M008"),
    Bad("39 a key misspelt", put("- eis:", "- ¶eiss:"), "M010"),
    Bad("40 a name that is not there", eis("inkomen <= ¶grns"), "M204"),
    Bad("41 a circle of three", circle(3), "M240"),
    Bad("41 a circle of thirty", circle(30), "M240"),
    Bad("43 an option without a row", eis("inkomen <= ¶top bij huishouden") + TOP.format(day="2026-01-01"), "M262"),
    Bad("44 two outcomes at once", put("### Uitkomst: geen_steun\n\n- als: niet inkomen_laag", "### Uitkomst: ¶geen_steun\n\n- als: inkomen_laag of niet inkomen_laag"), "M401"),  # noqa: E501
    Bad("44 no outcome", put("### Uitkomst: ja_steun", "### Uitkomst: ¶ja_steun").replace("- als: niet inkomen_laag", "- als: inkomen_laag en niet inkomen_laag"), "M402"),  # noqa: E501
    Bad("45 an exception without a ground", put("### Uitzondering: net", "### Uitzondering: ¶net").replace("- grond: beleid\n", ""), "M012"),  # noqa: E501
    Bad("45 a ground that does not fit", put("- grond: beleid", "- grond: ¶beleid").replace("beleidsregel\n- toets", "wet\n- toets"), "M303"),  # noqa: E501
    Bad("46 an end before the beginning", put("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-01-01\ngeldig_tot: ¶2025-01-01"), "M026"),  # noqa: E501
    Bad("47 an attribute", eis("inkomen¶.__class__ = ja"), "M101"),
    Bad("47 a name with underscores", eis("¶__class__ = ja"), "M204"),
    Bad("48 9**9**9", eis("inkomen <= 9*¶*9**9"), "M106"),
    Bad("49 500 brackets", eis("(" * 40 + "¶" + "(" * 460 + "ja" + ")" * 500), "M110"),
    Bad("50 a pattern that never ends", eis("(a+¶)+$".replace("¶", "").replace("$", "¶$")), "M101"),
    Bad("51 an amount against words", eis("¶inkomen <= huishouden"), "M201"),
    Bad("52 division by nothing", eis("inkomen <= ¶€ 100 / 0"), "M206"),
    Bad("54 a file elsewhere", put("gebruikt: gronden", "gebruikt: ¶../../gronden"), "M025"),
    Bad("a text that computes", prose("Wie {__¶class__}").replace("{__¶", "{¶__"), "M213"),
    Bad("a text with a format", prose("Wie ¶{inkomen!r:>99999999}"), "M230"),
    Bad("markup in a text", prose("<script>alert(1)</script> {{7*7}}"), ""),
    Bad("an outcome in too many ways", put("- als: inkomen_laag\n", f"- als: ¶{WAYS}\n"), "M246"),
    Bad("too many layers", chain(41, "niet (b{} en niet huishouden = paar)").replace("¶", ""), "M245"),
)  # fmt: skip


def made(bad: Bad) -> tuple[bytes, str]:
    """The bytes of the file, and the place that must be told: `:line:column`, or nothing for the whole file."""
    if isinstance(bad.made, bytes):
        mark = next(
            (each for name in ("utf-8", "utf-16-le", "latin-1") if (each := MARK.encode(name)) in bad.made), b""
        )
        before = bad.made.partition(mark)[0] if mark else b""
        content = bad.made.replace(mark, b"", 1) if mark else bad.made
        place = f":{before.count(10) + 1}:{len(before) - (before.rfind(10) + 1) + 1}" if mark else ""
        return content, (":1:1" if "UTF-16" in bad.what else place)
    told, mark_, _ = bad.made.partition(MARK)
    line, column = told.count("\n") + 1, len(told) - (told.rfind("\n") + 1) + 1
    return bad.made.replace(MARK, "", 1).encode(), f":{line}:{column}" if mark_ else ""
