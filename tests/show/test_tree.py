"""The tree of an outcome: what it says, the same in the picture as in the list, and every text within its box."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from maatwerk.bench.show.page import html
from maatwerk.bench.show.picture import PAD, lines_of, picture_of, width_of
from maatwerk.bench.show.reader import Reader
from maatwerk.bench.show.tree import Branch, tree_of
from maatwerk.pages.model import plain
from tests.findings.small import ruleset
from tests.show.reading import SHIPPED, Element, every_ruleset, read, rules_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from maatwerk.ruleset.model import Ruleset


def drawn(tree: Branch, depth: int = 0) -> list[str]:
    """The tree as indented lines."""
    return ["  " * depth + plain(tree.words), *(line for each in tree.branches for line in drawn(each, depth + 1))]


def of(rules: Ruleset, outcome: str) -> list[str]:
    return drawn(tree_of(Reader(rules, "nl"), rules.outcomes[outcome]))


def shipped_rules(name: str) -> Ruleset:
    return rules_of(next(path for path in SHIPPED if name in path.as_posix()))


def test_what_must_be_so_for_a_refusal_and_where_an_exception_is_possible() -> None:
    assert [
        "niet uitreiken",
        "  ten minste een van deze:",
        "    identiteit: niet voldaan",
        "    leges betaald: niet voldaan",
        "    betaald met pin: niet voldaan",
        "      uitzondering mogelijk: contant betalen (Raadsbesluit pin-only, onder 3)",
        "      uitzondering mogelijk: vooraf overmaken (Raadsbesluit pin-only, onder 3)",
        "      uitzondering mogelijk: eenmalig machtigen (Raadsbesluit pin-only, onder 3)",
    ] == of(shipped_rules("raalte-id-kaart"), "niet_uitreiken")


def test_an_exception_in_a_record_stands_below_what_hangs_on_that_record() -> None:
    assert [
        "norm gedeeld",
        "  alle van deze:",
        "    woont zonder kostendelers: niet voldaan",
        "      hangt af van: is kostendeler (elk van medebewoners)",
        "        uitzondering mogelijk: tijdelijke noodopvang (Participatiewet, artikel 18, eerste lid)",
        "    woont niet tijdelijk elders: voldaan",
    ] == of(shipped_rules("kostendelersnorm"), "norm_gedeeld")


DENIED = """
| gegeven | soort |
|---|---|
| a | ja_nee |
| b | ja_nee |

### Voorwaarde: een
- eis: a

### Voorwaarde: twee
- eis: b en een

### Uitkomst: goed
- als: niet (niet een of niet twee)
- soort: toekenning

### Uitkomst: rest
- als: anders
"""


def test_what_is_denied_twice_is_told_straight() -> None:
    assert [
        "goed",
        "  alle van deze:",
        "    een: voldaan",
        "    twee: voldaan",
        "      hangt af van: een",
    ] == of(ruleset(DENIED), "goed")


def test_the_outcome_of_all_other_cases_says_so() -> None:
    assert ["rest", "  in alle andere gevallen"] == of(ruleset(DENIED), "rest")


@every_ruleset
def test_every_criterion_and_exception_stands_in_some_tree(path: Path) -> None:
    rules = rules_of(path)
    told = "\n".join(line for name in rules.outcomes for line in of(rules, name))

    assert [] == [name for name in (*rules.criteria, *rules.exceptions) if name.replace("_", " ") not in told]


def listed(item: Element, depth: int = 0) -> Iterator[tuple[int, str]]:
    """The words of a list with their depth."""
    for each in (part for part in item.parts if isinstance(part, Element)):
        if each.tag == "li":
            own = Element("", {}, [part for part in each.parts if isinstance(part, str) or part.tag != "ul"])
            yield depth, own.text
            yield from (line for part in each.parts if isinstance(part, Element) for line in listed_in(part, depth + 1))


def listed_in(part: Element, depth: int) -> Iterator[tuple[int, str]]:
    return listed(part, depth) if part.tag == "ul" else iter(())


@every_ruleset
def test_the_picture_says_the_same_as_the_list_that_describes_it(path: Path) -> None:
    page = shown(path)
    pictures = list(page.all("svg"))

    assert len(rules_of(path).outcomes) == len(pictures)
    for picture in pictures:
        boxes = list(picture.all("g"))
        lefts = sorted({int(next(box.all("rect")).attributes["x"]) for box in boxes})
        seen = [(lefts.index(int(next(box.all("rect")).attributes["x"])), next(box.all("text")).text) for box in boxes]

        assert "img" == picture.attributes["role"]
        assert seen == list(listed(page.with_id(picture.attributes["aria-describedby"])))


def many(number: int) -> str:
    """A ruleset with as many criteria, of names that are long."""
    facts = "".join(f"| gegeven_{each} | ja_nee |\n" for each in range(number))
    names = [f"eis_van_artikel_{each}_van_de_verordening" for each in range(number)]
    rules = "".join(f"\n### Voorwaarde: {name}\n- eis: gegeven_{each}\n" for each, name in enumerate(names))
    rest = f"""
### Uitkomst: toegekend
- als: {" en ".join(names)}
- soort: toekenning

### Uitkomst: afgewezen
- als: anders

### Uitzondering: bijzonder
- op: {names[0]}
- grond: awb_4_84
"""
    return f"\n| gegeven | soort |\n|---|---|\n{facts}{rules}{rest}"


def test_forty_criteria_fit_under_each_other() -> None:
    rules = ruleset(many(40))
    picture = picture_of(tree_of(Reader(rules, "nl"), rules.outcomes["toegekend"]), "toegekend", "Boom")

    assert 43 == len(picture.boxes)
    assert 400 == picture.width
    assert 43 == len(list(read(html(rules, None, "nl")).with_id("tree-toegekend").all("li")))


def overlapping(boxes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [pair for pair, following in pairwise(boxes) if pair[1] > following[0]]


words = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=40)
branches = st.recursive(
    st.builds(Branch, st.just("criterion"), st.tuples(words)),
    lambda inner: st.builds(Branch, st.just("group"), st.tuples(words), st.lists(inner, max_size=4).map(tuple)),
    max_leaves=30,
)


@given(branches)
def test_no_text_is_wider_than_its_box_and_no_box_lies_on_another(tree: Branch) -> None:
    picture = picture_of(tree, "boom", "Boom")

    assert [] == [
        line for box in picture.boxes for line in box.lines if len(line) > 1 and width_of(line) > box.width - 2 * PAD
    ]
    assert [] == overlapping([(box.top, box.top + box.height) for box in picture.boxes])
    assert all(box.left + box.width <= picture.width for box in picture.boxes)
    assert all(box.top + box.height <= picture.height for box in picture.boxes)


@given(words, st.integers(30, 400))
def test_lines_keep_every_word(text: str, width: int) -> None:
    assert "".join(text.split()) == "".join("".join(lines_of(text, width)).split())
