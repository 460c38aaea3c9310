"""Random rule tables and facts from a seed: the same ones on every machine, every time."""

from __future__ import annotations

from random import Random  # noqa: TID251 - seeded by each caller
from typing import TYPE_CHECKING

from maatwerk.reasoning.table import Atom, Fact, Kind, Pattern, Rule, Table, TableError, Var

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = ("a", "sid", "$s", "\ud800")
VALUES: dict[type, tuple[Atom, ...]] = {str: WORDS, int: (-2, 0, 1, 7), bool: (False, True)}
TYPES = (str, str, int, bool)
STRATA = (0, 0, 0, 1, 1, 2, 2, 3)
MOST_RULES = 9
MOST_FACTS = 14


def random_table(seed: int, *, size: int | None = None) -> Table:
    """A table of `size` (or four to nine) rules over three strata, with joins, recursion, denials and comparisons."""
    random = Random(seed)
    kinds = [Kind(f"kind{number}", _columns(random), stratum) for number, stratum in enumerate(STRATA)]
    rules: list[Rule] = []
    wanted = size or random.randint(4, MOST_RULES)
    while len(rules) < wanted:
        rule = _rule(random, kinds, f"rule{len(rules)}")
        if _accepted(kinds, rule):
            rules.append(rule)
    return Table(kinds, rules)


def random_facts(table: Table, random: Random) -> frozenset[Fact]:
    """Up to fourteen facts of the kinds that may be given."""
    given = [kind for kind in table.kinds.values() if kind.stratum == 0]
    return frozenset(_fact(random, random.choice(given)) for _ in range(random.randint(0, MOST_FACTS)))


def random_patterns(tables: int, patterns: int) -> Iterator[tuple[Table, list[frozenset[Fact]]]]:
    """Each table with its sets of facts."""
    for seed in range(tables):
        table = random_table(seed)
        random = Random(-1 - seed)
        yield table, [random_facts(table, random) for _ in range(patterns)]


def _columns(random: Random) -> tuple[tuple[str, type], ...]:
    return tuple((f"column{number}", random.choice(TYPES)) for number in range(random.randint(0, 3)))


def _fact(random: Random, kind: Kind) -> Fact:
    return Fact(kind.name, tuple(random.choice(VALUES[of]) for _, of in kind.columns))


def _accepted(kinds: list[Kind], rule: Rule) -> bool:
    try:
        Table(kinds, [rule])
    except TableError:
        return False
    return True


def _rule(random: Random, kinds: list[Kind], name: str) -> Rule:
    """A rule that may be nonsense: `_accepted` asks the table itself."""
    stratum = random.choice((1, 1, 2, 2, 3))
    when = tuple(_pattern(random, random.choice(_of(kinds, 0, stratum))) for _ in range(random.choice((0, 1, 2, 2, 3))))
    types = {
        value.name: of
        for pattern in when
        for value, (_, of) in zip(pattern.values, _kind(kinds, pattern).columns, strict=True)
        if isinstance(value, Var)
    }
    unless = [
        _bound(random, random.choice(_of(kinds, 0, stratum - 1)), types, open_places=True)
        for _ in range(random.choice((0, 0, 1, 1, 2)))
    ]
    then = [
        _bound(random, random.choice(_of(kinds, stratum, stratum)), types, open_places=False)
        for _ in range(random.choice((1, 1, 2)))
    ]
    return Rule(name, stratum, when, tuple(unless), tuple(then), _greater(random, types))


def _of(kinds: list[Kind], lowest: int, highest: int) -> list[Kind]:
    return [kind for kind in kinds if lowest <= kind.stratum <= highest]


def _kind(kinds: list[Kind], pattern: Pattern) -> Kind:
    return next(kind for kind in kinds if kind.name == pattern.kind)


def _pattern(random: Random, kind: Kind) -> Pattern:
    """Mostly variables, from few names, so that patterns join and a variable may stand twice in one fact."""

    def place(of: type) -> Atom | Var | None:
        chance = random.random()
        if chance < 0.7:
            return Var(f"{of.__name__}{random.randint(0, 1)}")
        return random.choice(VALUES[of]) if chance < 0.88 else None

    return Pattern(kind.name, tuple(place(of) for _, of in kind.columns))


def _bound(random: Random, kind: Kind, types: dict[str, type], *, open_places: bool) -> Pattern:
    """A pattern over variables that are bound already."""

    def place(of: type) -> Atom | Var | None:
        names = sorted(name for name, its in types.items() if its is of)
        if names and random.random() < 0.8:
            return Var(random.choice(names))
        return None if open_places and random.random() < 0.5 else random.choice(VALUES[of])

    return Pattern(kind.name, tuple(place(of) for _, of in kind.columns))


def _greater(random: Random, types: dict[str, type]) -> tuple[tuple[str | int, str | int], ...]:
    names = sorted(name for name, of in types.items() if of is int)
    if not names or random.random() < 0.5:
        return ()
    others: list[str | int] = [*names, -1, 0, 3]
    name, other = random.choice(names), random.choice(others)
    return ((name, other) if random.random() < 0.5 else (other, name),)
