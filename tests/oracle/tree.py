"""A little expression tree of our own, and how it is written in a ruleset: brackets only where they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Plain = bool | Fraction | date | str | None
"""The value of a fact: yes or no, a number or amount, a date, an option; None = `leeg`."""

LEVELS = {"als": 0, "of": 1, "en": 2, "niet": 3, "verg": 4, "in": 4, "is leeg": 4, "+": 5, "-": 5, "*": 6, "/": 6,
          "neg": 7, "op": 7, "bij": 7}  # fmt: skip
ATOM = 8


@dataclass(frozen=True, slots=True)
class Node:
    """`op` says what is done with `parts`; `sort` what comes out: ja, bedrag, maand, getal, datum or keuze.

    `word`: a name, an option, a comparator, a function or the last word of `plus_maanden`. Questions about a `list`
    (`op` is then aantal, som …) have `each`, `where` and `group`.
    """

    op: str
    sort: str
    parts: tuple[Node, ...] = ()
    word: str = ""
    value: Plain = None
    list: str = ""
    each: Node | None = None
    where: Node | None = None
    group: str = ""

    def below(self) -> tuple[Node, ...]:
        """The parts, those inside a list too."""
        return (*self.parts, *(part for part in (self.each, self.where) if part is not None))


def constant(sort: str, value: Plain) -> Node:
    """A figure or date as written; `keuze`: an option."""
    return Node("lit", sort, value=value)


def name(sort: str, word: str) -> Node:
    """A fact, field, norm, calculation or criterion."""
    return Node("name", sort, word=word)


def names_in(node: Node) -> set[str]:
    """Every name and list that stands in a tree."""
    own = {node.word} if node.op in ("name", "op", "bij") else set()
    return own.union({node.list, node.group} - {""}, *(names_in(part) for part in node.below()))


def written(node: Node, level: int = 0) -> str:
    """The tree as a jurist writes it, in brackets where it binds less than `level`."""
    text = _text(node)
    return f"({text})" if LEVELS.get(node.op, ATOM) < level else text


def _text(node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of node
    parts, own = node.parts, LEVELS.get(node.op, ATOM)
    match node.op:
        case "lit":
            return figure(node.sort, node.value)
        case "name":
            return node.word
        case "leeg":
            return "leeg"
        case "op" | "bij":
            return " ".join([node.word, *(f"{node.op} {written(part, ATOM)}" for part in parts)])
        case "als":
            return f"als {written(parts[0])} dan {written(parts[1])} anders {written(parts[2])}"
        case "niet":
            return f"niet {written(parts[0], own)}"
        case "neg":
            return f"-{written(parts[0], own)}"
        case "en" | "of":
            return f" {node.op} ".join(written(part, own + 1) for part in parts)
        case "verg":
            return f"{written(parts[0], own + 1)} {node.word} {written(parts[1], own + 1)}"
        case "in":
            return f"{written(parts[0], own + 1)} in ({node.word})"
        case "is leeg":
            return f"{written(parts[0], own + 1)} is {node.word}leeg"
        case "+" | "-" | "/":
            return f"{written(parts[0], own)} {node.op} {written(parts[1], own + 1)}"
        case "*":
            return f"{written(parts[0], own)} {node.word or '*'} {written(parts[1], own + 1)}"
        case _ if node.list:
            return f"{node.op}({_of_list(node)})"
        case _:
            last = [node.word] if node.word else []
            return f"{node.op}({'; '.join([*(written(part) for part in parts), *last])})"


def _of_list(node: Node) -> str:
    each = f"{written(node.each)} uit " if node.each else ""
    where = f" waar {written(node.where)}" if node.where else ""
    return f"{each}{node.list}{where}{f' per {node.group}' if node.group else ''}"


def figure(sort: str, value: Plain) -> str:
    """A value as it stands in a ruleset."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if not isinstance(value, Fraction):
        return str(value)
    if sort == "deel":
        return f"{dutch(value * 100)}%"
    return f"€ {dutch(value)}" if sort in ("bedrag", "maand") else dutch(value)


def dutch(value: Fraction) -> str:
    """A number of at most two decimals, with a comma."""
    whole, cents = divmod(abs(int(value * 100)), 100)
    return f"{'-' if value < 0 else ''}{whole}{f',{cents:02}' if cents else ''}"
