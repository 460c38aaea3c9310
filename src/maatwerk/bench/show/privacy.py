"""Which facts about people a ruleset asks, what each is used for, and how long it is kept: input for a DPIA."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maatwerk.basics.formatting import day
from maatwerk.bench.show.given import type_of
from maatwerk.bench.show.reader import Reader
from maatwerk.expressions.names import names_in
from maatwerk.pages import page
from maatwerk.pages.model import Bullets, Item, Pairs, Section, Table
from maatwerk.ruleset.kinds import KINDS
from maatwerk.ruleset.model import Fact, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.organisation.folder import Settings
    from maatwerk.pages.model import Words
    from maatwerk.ruleset.kinds import Kind
    from maatwerk.ruleset.model import RecordList, Ruleset

HEADS = ("fact", "used_for", "purpose", "source", "who", "privacy", "retention")
_MEANS = "berekening"  # a calculation is a means: what counts is what it is used for


@dataclass(frozen=True, slots=True)
class Use:
    """A block that uses a fact, by way of calculations too. `kind` is its word in the language of rulesets."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact, field or list with everything it is used for, and the purposes that the criteria among those serve."""

    fact: Fact | RecordList
    uses: tuple[Use, ...]
    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a decision and its facts are kept here, as the organisation says; None or empty: it does not."""

    years: int | None = None
    source: str = ""

    @classmethod
    def of(cls, settings: Settings | None) -> Retention:
        """What `maatwerk.toml` says; nothing outside an organisation's folder."""
        return cls(settings.retention_years, settings.retention_source) if settings else cls()


def asked_for(ruleset: Ruleset) -> tuple[Asked, ...]:
    """Every fact with what uses it; each list before its fields."""
    uses = list(_uses(ruleset))
    found: list[Fact | RecordList] = list(ruleset.facts.values())
    for each in ruleset.lists.values():
        found += [each, *each.fields.values()]
    return tuple(_asked(ruleset, fact, uses) for fact in found)


def _asked(ruleset: Ruleset, fact: Fact | RecordList, uses: list[tuple[Use, frozenset[str]]]) -> Asked:
    found = tuple(use for use, names in uses if fact.name in names)
    criteria = [ruleset.criteria[use.name] for use in found if use.name in ruleset.criteria]
    return Asked(fact, found, tuple(dict.fromkeys(name for each in criteria for name in each.serves)))


def _uses(ruleset: Ruleset) -> Iterator[tuple[Use, frozenset[str]]]:
    """Each block with all that it names, calculations opened."""
    header = ruleset.header
    yield Use("peildatum", ""), frozenset(header.reference_date.split("."))
    if header.term_calculation:
        yield Use("beslistermijn", ""), _opened(ruleset, {header.term_calculation})
    for kind in KINDS.values():
        if kind.name != _MEANS:
            yield from (
                (Use(kind.name, name), _opened(ruleset, _named(kind, item)))
                for name, item in kind.items(ruleset).items()
            )


def _named(kind: Kind, item: Any) -> set[str]:  # noqa: ANN401 - an item of this kind
    """All that a block names: in expressions, in lists of names and in texts."""
    found = {name for _, expression in kind.expressions(item) for name in names_in(expression.root)}
    texts = [getattr(item, key.field) for key in kind.keys]
    return found.union(kind.references(item), *(text.names for text in texts if isinstance(text, Text)))


def _opened(ruleset: Ruleset, names: set[str]) -> frozenset[str]:
    """The names, and those behind every calculation among them."""
    found, waiting = set(names), list(names)
    while waiting:
        calculation = ruleset.calculations.get(waiting.pop())
        new = names_in(calculation.expression.root) - found if calculation else frozenset()
        found |= new
        waiting += new
    return frozenset(found)


def row(reader: Reader, each: Asked, kept: Retention) -> tuple[str, ...]:
    """One fact as the cells of a table; the heads are `HEADS`."""
    fact = each.fact
    purposes = [reader.name(name) for name in each.purposes]
    return (
        f"{_full_name(reader, fact)} ({type_of(reader, fact)})",
        ", ".join(_use(reader, use) for use in each.uses) or reader.say("unused"),
        ", ".join(purposes) or reader.say("no_purpose"),
        fact.source or reader.say("no_source"),
        ", ".join(reader.name(one) for one in fact.who),
        reader.say(f"privacy_{fact.privacy}"),
        reader.say("unknown_term") if kept.years is None else reader.say("years", number=kept.years),
    )


def _full_name(reader: Reader, fact: Fact | RecordList) -> str:
    """The name of a fact, that of a field behind its list."""
    owner = fact.list if isinstance(fact, Fact) else ""
    return f"{reader.name(owner)}: {reader.name(fact.name)}" if owner else reader.name(fact.name)


def _use(reader: Reader, use: Use) -> str:
    kind = reader.say(f"block_{use.kind}")
    return f"{kind} {reader.name(use.name)}" if use.name else kind


def notes(reader: Reader, found: tuple[Asked, ...], kept: Retention) -> tuple[str, ...]:
    """What must be said beside the table: the term, which classes ask for more, and what else a case may hold."""
    classes = {each.fact.privacy for each in found}
    special = tuple(reader.say(f"law_{name}") for name in ("bijzonder", "strafrechtelijk", "derde") if name in classes)
    return (_kept(reader, kept), *special, reader.say("also_in_a_case"), reader.say("no_dpia"))


def _kept(reader: Reader, kept: Retention) -> str:
    if kept.years is None:
        return reader.say("kept_unknown")
    source = kept.source or reader.say("kept_no_source")
    return reader.say("kept", number=kept.years, source=source)


def _marked(reader: Reader, each: Asked, cells: tuple[str, ...]) -> tuple[Words, ...]:
    """The cells of a row: the name, the source and the roles are in the language of rulesets."""
    dutch = {"fact", "who"} | ({"source"} if each.fact.source else set())
    return tuple((reader.dutch(cell) if head in dutch else cell,) for head, cell in zip(HEADS, cells, strict=True))


def html(ruleset: Ruleset, kept: Retention, lang: str) -> str:
    """The table as a page of its own."""
    reader = Reader(ruleset, lang)
    found = asked_for(ruleset)
    rows = tuple(_marked(reader, each, row(reader, each, kept)) for each in found)
    table = Table(reader.say("privacy_table"), tuple(reader.say(f"head_{head}") for head in HEADS), rows)
    told = Bullets(tuple(Item((note,)) for note in notes(reader, found, kept)))
    return page(
        "ruleset",
        lang=lang,
        title=reader.say("privacy_title", title=ruleset.header.title_in(lang)),
        title_lang="",
        version=reader.say("version", id=ruleset.id, day=day(ruleset.header.valid_from, lang)),
        status="",
        head=Pairs(()),
        sections=[
            Section("section-facts", reader.say("facts"), (table,)),
            Section("section-notes", reader.say("privacy_notes"), (told,)),
        ],
    )
