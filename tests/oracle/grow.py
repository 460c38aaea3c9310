"""Random small rulesets over a handful of facts and at most one list."""

from __future__ import annotations

from fractions import Fraction
from random import Random  # noqa: TID251 - seeded by each caller

from tests.oracle.phrases import FACTS, GROUP, LIMITS, LIST, NORMS, Phrases, can_be_empty, is_rounded, rounded
from tests.oracle.points import BIG, FIRST, LAST
from tests.oracle.rules import REFERENCE, Fact, Outcome, Rule, Rules
from tests.oracle.tree import Node, constant, name, names_in

KINDS = (
    "toekenning", "gedeeltelijk", "vaststelling", "afwijzing", "buiten_behandeling", "terugvordering", "doorzenden",
)  # fmt: skip


def rules_of(seed: int) -> Rules:
    """The ruleset of a seed; the same one, always."""
    return Grower(Random(seed)).rules()


class Grower(Phrases):
    """Writes the blocks: calculations, criteria and outcomes."""

    def rules(self) -> Rules:
        """The whole ruleset, with what it uses only."""
        for _ in range(self.dice.randint(0, 3)):
            self.calculation()
        split = self.chance(0.3)
        if split:
            self.split()
        if self.fields and self.chance(0.4):
            self.counted()
        for _ in range(self.dice.randint(0 if self.grown.criteria else 1, 3)):
            self.criterion()
        self.outcomes(split=split)
        return self.used()

    def calculation(self) -> None:
        per = LIST if self.fields and self.chance(0.4) else ""
        self.here = per
        sort = self.dice.choice(["bedrag", "bedrag", "maand", "ja", "datum"])
        node = self.truth(2) if sort == "ja" else self.amount(sort, 2) if sort != "datum" else self.day(1)
        each = Rule(f"reken_{len(self.grown.calculations)}", node, per, empty=can_be_empty(node, self.grown))
        self.grown.calculations[each.name] = each
        self.here = ""

    def criterion(self) -> None:
        self.here = LIST if self.fields and self.chance(0.35) else ""
        kind = "kenmerk" if self.chance(0.05) else ""
        node = self.truth(2)
        each = Rule(f"eis_{len(self.grown.criteria)}", node, self.here, kind)
        self.grown.criteria[each.name] = each
        self.here = ""

    def counted(self) -> None:
        """A criterion for each record, and one that only a few of them together can turn."""
        at = len(self.grown.criteria)
        self.grown.criteria[f"eis_{at}"] = Rule(f"eis_{at}", self.about(self.dice.choice(self.fields)), LIST)
        met, limit = name("ja", f"eis_{at}"), constant("getal", Fraction(self.dice.randint(0, 3)))
        node = self.dice.choice([
            Node("er_is", "ja", list=LIST, where=met),
            Node("niet", "ja", (Node("er_is", "ja", list=LIST, where=met),)),
            Node("voor_alle", "ja", list=LIST, each=met),
            Node("verg", "ja", (Node("aantal", "getal", list=LIST, where=met), limit), self.dice.choice(["<=", ">"])),
        ])  # fmt: skip
        self.grown.criteria[f"eis_{at + 1}"] = Rule(f"eis_{at + 1}", node)

    def split(self) -> None:
        """Two criteria of which exactly one is met: patterns that no case has."""
        plain = [each for each in self.facts if each.sort == "bedrag" and not each.empty]
        side = name("bedrag", plain[0].name) if plain else name("maand", "loon")
        if not plain:
            self.facts = [*self.facts, *(each for each in FACTS if each.name == "loon" and each not in self.facts)]
        limit = constant(side.sort, self.dice.choice(LIMITS))
        for at, word in enumerate(self.dice.choice([("<=", ">"), ("<", ">=")])):
            self.grown.criteria[f"eis_{at}"] = Rule(f"eis_{at}", Node("verg", "ja", (side, limit), word))

    def outcomes(self, *, split: bool) -> None:
        """A chain in which the last takes what is left; or with `split` one side of the limit each."""
        names = [each for each, rule in self.grown.criteria.items() if not rule.per]
        names += [each for each, rule in self.grown.calculations.items() if rule.node.sort == "ja" and not rule.per]
        if not names:
            self.grown.criteria["eis_9"] = Rule("eis_9", self.truth(2))
            names = ["eis_9"]
        if split:
            third = name("ja", self.dice.choice(names[2:] or names))
            whens = [name("ja", "eis_0"), Node("en", "ja", (name("ja", "eis_1"), third)),
                     Node("en", "ja", (name("ja", "eis_1"), Node("niet", "ja", (third,))))]  # fmt: skip
            precedence = False
        else:
            number, precedence = self.dice.randint(1, 2), self.chance(0.5)
            own = [self.joined(names) for _ in range(number)]
            rest = Node("of", "ja", (name("ja", names[0]), Node("niet", "ja", (name("ja", names[0]),))))
            whens = [*own, rest] if precedence else [_chained(own, place) for place in range(number + 1)]
        for place, when in enumerate(whens):
            before = (f"uitkomst_{place + 1}",) if precedence and place < len(whens) - 1 else ()
            self.outcome(f"uitkomst_{place}", when, before)

    def joined(self, names: list[str]) -> Node:
        parts = []
        for each in self.dice.sample(names, min(len(names), self.dice.randint(1, 3))):
            one = name("ja", each)
            parts.append(one if self.chance(0.75) else Node("niet", "ja", (one,)))
        return parts[0] if len(parts) == 1 else Node(self.dice.choice(["en", "en", "of"]), "ja", tuple(parts))

    def outcome(self, called: str, when: Node, before: tuple[str, ...]) -> None:
        kind = self.dice.choice(KINDS)
        amount: Node | None = None
        also: tuple[str, ...] = ()
        show: tuple[str, ...] = ()
        calculated = [
            each
            for each, rule in self.grown.calculations.items()
            if rule.node.sort in ("bedrag", "maand")
            and not rule.per
            and is_rounded(rule.node, self.grown)
            and not can_be_empty(rule.node, self.grown)
        ]
        if kind in ("toekenning", "gedeeltelijk", "terugvordering") and self.chance(0.85):
            amount = rounded(self.amount(self.dice.choice(["bedrag", "bedrag", "maand"]), 2), self.grown)
            if can_be_empty(amount, self.grown):
                amount = Node("max", amount.sort, (constant(amount.sort, Fraction(0)), amount))
            if self.chance(0.3) and calculated:
                also = (self.dice.choice(calculated),)
        if self.chance(0.2) and calculated:
            show = (self.dice.choice(calculated),)
        self.grown.outcomes[called] = Outcome(called, when, kind, amount, also, show, before)

    def used(self) -> Rules:
        """Only the facts, norms and lists that are used."""
        grown = self.grown
        nodes = [each.node for each in (*grown.calculations.values(), *grown.criteria.values())]
        nodes += [each.amount for each in grown.outcomes.values() if each.amount]
        words = set().union(*(names_in(each) for each in nodes))
        grown.facts = {each.name: each for each in self.facts if each.name in words or each.name == REFERENCE}
        grown.norms = {each.name: each for each in NORMS if each.name in words}
        fields = {each.name: each for each in (*self.fields, GROUP) if each.name in words}
        rules = (*grown.calculations.values(), *grown.criteria.values())
        if fields or LIST in words or any(each.per for each in rules):
            if not fields:  # a list must have a field that is used
                fields = {self.fields[0].name: self.fields[0]}
                grown.criteria["eis_8"] = Rule("eis_8", self.about(self.fields[0]), LIST)
            grown.lists = {LIST: fields}
        return grown

    def about(self, field: Fact) -> Node:
        """A test of a field."""
        own = name(field.sort, field.name)
        if field.sort == "ja":
            return own
        finite = [each for each in field.values if each not in (None, BIG, -BIG, FIRST, LAST)]
        limit = constant(field.sort, finite[-1])
        return Node("verg", "ja", (own, limit), "=")


def _chained(own: list[Node], place: int) -> Node:
    """The verdicts of this place, and none of those before it."""
    parts = [*own[place : place + 1], *(Node("niet", "ja", (each,)) for each in own[:place])]
    return parts[0] if len(parts) == 1 else Node("en", "ja", tuple(parts))
