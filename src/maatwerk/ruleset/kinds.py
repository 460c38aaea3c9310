"""The blocks of the ruleset language, as data: kind → key → how it is read.

A new kind of block is one entry here and one dataclass in model.py; meanings.toml says what it means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast, get_args

from maatwerk.expressions.birthdays import LeapBirthday
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.types import DATE, YES_NO, Type
from maatwerk.ruleset import forms, model
from maatwerk.ruleset.expression_forms import CONDITION, EXPRESSION, REPLACES, UNTIL
from maatwerk.ruleset.forms import AMOUNT_FORM as AMOUNT
from maatwerk.ruleset.forms import NAME_FORM as NAME
from maatwerk.ruleset.forms import NAMES, RAW, TEXT, YES_NO_FORM, one_of, some_of, term, whole_number
from maatwerk.ruleset.forms import NUMBER_FORM as NUMBER
from maatwerk.ruleset.typename import OPTIONS_IN_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maatwerk.ruleset.entries import Desk
    from maatwerk.ruleset.forms import Form

LANGUAGE = "maatwerk-1"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a block. `field` is its place in the dataclass; `default` is used when it is not written.

    `refers`: the value names blocks of these mappings of a draft. `per_record`: also what there is for each record of
    a list (in an expression of an exception: of the list of its criteria). `wanted`: the type that an expression must
    have. `is_known`: `is bekend` is allowed. `twin`: the English key where it is not `<key>_en`; then it must be there.
    """

    name: str
    field: str = ""
    form: Form = RAW
    must: bool = False
    default: Any = None
    refers: tuple[str, ...] = ()
    wanted: Type | None = None
    is_known: bool = False
    per_record: bool = False
    twin: str = ""

    def default_for(self, desk: Desk) -> Any:  # noqa: ANN401 - a value of any form
        """The default, which may follow from the settings or the front matter."""
        return self.default(desk) if callable(self.default) else self.default

    @property
    def english(self) -> str:
        """The key that gives the same text in English, or the options of a choice; empty for what is no text."""
        if self.form in (forms.TYPE, forms.VERDICT):
            return OPTIONS_IN_ENGLISH
        return self.twin or f"{self.name}_en" if self.form is TEXT else ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of block: the mapping of the ruleset it fills, its dataclass and its keys."""

    name: str
    mapping: str
    make: Callable[..., Any]
    keys: tuple[Key, ...]
    in_building_block: bool = True

    def items(self, ruleset: model.Ruleset) -> dict[str, Any]:
        """The blocks of this kind in a ruleset. A judgement is a fact, or a field of a list."""
        if self.name == JUDGEMENT:
            return {fact.name: fact for fact in model.all_facts(ruleset) if fact.judgement}
        return cast("dict[str, Any]", getattr(ruleset, self.mapping))

    def expressions(self, item: Any) -> Iterator[tuple[Key, Expression]]:  # noqa: ANN401 - an item of this kind
        """Every expression in a block, with its key."""
        for key in self.keys:
            value = getattr(item, key.field)
            if isinstance(value, Expression):
                yield key, value
            elif key.form is REPLACES:
                yield from ((key, expression) for _, expression in value)

    def references(self, item: Any) -> Iterator[str]:  # noqa: ANN401 - an item of this kind
        """The names of other blocks in a block, besides those in expressions and texts."""
        for key in (key for key in self.keys if key.refers):
            value = getattr(item, key.field)
            yield from (value,) * bool(value) if isinstance(value, str) else value
        yield from (name for key in self.keys if key.form is REPLACES for name, _ in getattr(item, key.field))

    def key(self, name: str) -> Key | None:
        """The key with this name, or of which this is the English twin."""
        return next((key for key in self.keys if name in {key.name, key.english}), None)


def _must(name: str, field: str, form: Form = TEXT, **more: Any) -> Key:  # noqa: ANN401
    return Key(name, field, form, must=True, **more)


def _raw(name: str, field: str) -> Key:
    return Key(name, field, RAW, default="")


def _names(name: str, field: str, *refers: str, must: bool = False, per_record: bool = False) -> Key:
    return Key(name, field, NAMES, must=must, default=(), refers=refers, per_record=per_record)


def _if(name: str, field: str, *, is_known: bool = False, must: bool = False, per_record: bool = False) -> Key:
    return Key(name, field, EXPRESSION, must=must, wanted=YES_NO, is_known=is_known, per_record=per_record)


def _per(field: str = "per") -> Key:
    return Key("per", field, NAME, default="", refers=("lists",))


def _judgement(**values: Any) -> model.Fact:  # noqa: ANN401
    """An `oordeel`: a fact that only a person can give."""
    return model.Fact(**values, privacy="gewoon", judgement=True)


CHECK = Key("nagaan", "to_check", default="")  # every block may carry it
RANKS = get_args(model.Rank)
TRACKS = get_args(model.Track)
RUNGS = tuple("ABCDEFGHI")
QUESTIONS = ("geschikt", "noodzakelijk", "evenwichtig")
AFFECTED = (
    "inkomen",
    "wonen",
    "gezondheid",
    "onderwijs",
    "identiteit",
    "schulden",
    "werk",
    "gezin",
    "vervoer",
    "veiligheid",
)
FINDINGS = (
    "doel_gemist", "doel_voorbij", "onhaalbare_eis", "harde_grens", "alles_of_niets", "klein_verzuim", "zwaar_gevolg",
    "milder_kan", "kind_geraakt", "regel_botst", "stapeling", "bewijs_dun", "niet_gehoord", "te_laat",
    "eigen_stilzitten", "spoed", "door_mens_gezien", "ongelijk",
)  # fmt: skip
FACTOR = ("facts", "judgements", "calculations", "criteria")
PRINTED = ("calculations", "norms", "facts", "judgements")
JUDGEMENT = "oordeel"

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "bedoeling", "purposes", model.Purpose,
            (_must("tekst", "text"), _raw("bron", "source"), Key("draagt", "bears", whole_number(0, 4), default=2)),
        ),
        Kind(
            "berekening", "calculations", model.Calculation,
            (
                _per(), _must("soort", "type", forms.TYPE), _must("is", "expression", EXPRESSION),
                Key("noemt", "words", TEXT), _raw("bron", "source"),
            ),
        ),
        Kind(
            "voorwaarde", "criteria", model.Criterion,
            (
                _per(), _must("bron", "source", RAW), _must("rang", "rank", one_of(*RANKS)),
                Key("ruimte", "room", one_of("gebonden", "kan", "oordeel"), default="gebonden"),
                _names("valt_onder", "regimes"),
                Key("soort", "kind", one_of("inhoud", "verzuim", "kenmerk"), default="inhoud"),
                _if("eis", "requirement", must=True), _names("dient", "serves", "purposes"),
                _if("naar_bedoeling", "by_purpose"), _if("haalbaar_als", "feasible_if"), _if("klein_als", "small_if"),
                Key("kleine_marge", "small_margin", forms.MARGIN, default=forms.margin_of_settings),
                _raw("botst_met", "conflicts_with"), _if("botst_als", "conflicts_if"),
                Key("voldaan", "met", TEXT), Key("niet_voldaan", "not_met", TEXT),
                Key("wacht_op", "waits_for", forms.CRITERIA, default=(), refers=("criteria",), per_record=True),
            ),
        ),
        Kind(
            JUDGEMENT, "judgements", _judgement,
            (
                _per("list"), _must("vraag", "question"), _must("wie", "who", NAMES), _must("kader", "frame"),
                Key("soort", "type", forms.VERDICT, default=YES_NO), _raw("bron", "source"),
            ),
        ),
        Kind(
            "uitkomst", "outcomes", model.Outcome,
            (
                _must("als", "when", CONDITION, wanted=YES_NO),
                _must("soort", "kind", one_of(*get_args(model.OutcomeKind))),
                Key("bedrag", "amount", EXPRESSION), _names("ook", "also", "calculations"),
                _names("toon", "show", *PRINTED), _names("gaat_voor", "precedes", "outcomes"),
                Key("rechtsmiddel", "remedy", one_of(*get_args(model.Remedy)), default=lambda desk: desk.header.remedy),
                Key("spoor", "track", one_of(*TRACKS), default="zwaar"), _must("tekst", "text"),
                Key("zeg", "say", TEXT),
            ),
            in_building_block=False,
        ),
        Kind(
            "gevolg", "consequences", model.Consequence,
            (
                _names("bij", "outcomes", "outcomes", must=True), _if("als", "when", is_known=True),
                _must("raakt", "affects", one_of(*AFFECTED)), _must("ernst", "severity", whole_number(1, 4)),
                Key("voor", "before", EXPRESSION, wanted=DATE),
                Key("wie", "who", one_of("inwoner", "huishouden", "kind", "derde"), default="inwoner"),
                _if("kind_als", "child_if", is_known=True), _must("tekst", "text"),
            ),
        ),
        Kind(
            "signaal", "signals", model.Signal,
            (
                _if("als", "when", is_known=True, must=True), _must("aard", "nature", one_of(*get_args(model.Nature))),
                _names("bij", "outcomes", "outcomes"), _raw("norm", "norm"),
                Key("bevinding", "finding", one_of(*FINDINGS), default=""),
                _must("tekst", "text"), _must("doe", "do_now"),
            ),
        ),
        Kind(
            "grond", "grounds", model.Ground,
            (
                _must("artikel", "article", RAW), _must("trede", "rung", one_of(*RUNGS)),
                _names("geldt_voor", "applies_to"), _names("op", "criteria", "criteria", per_record=True),
                _must("toets", "test"), Key("vragen", "questions", some_of(*QUESTIONS), default=()),
                _must("bevoegd", "authority", NAME),
                Key("vier_ogen", "four_eyes", YES_NO_FORM, default=False),
                Key("voorleggen", "ask_jurist", YES_NO_FORM, default=False),
                Key("derden", "third_parties", one_of("weging", "uitgesloten"), default=""),
            ),
        ),
        Kind(
            "uitzondering", "exceptions", model.ExceptionRule,
            (
                _names("op", "criteria", "criteria", must=True, per_record=True),
                _must("grond", "ground", NAME, refers=("grounds",)),
                _if("mag_als", "allowed_if", must=True, per_record=True), _must("bevoegd", "authority", NAME),
                Key("spoor", "track", one_of(*TRACKS), default="zwaar"), Key("hoogstens", "at_most", AMOUNT),
                Key("vier_ogen", "four_eyes_above", forms.FOUR_EYES), Key("tot", "until", UNTIL, wanted=DATE),
                Key("mits", "conditions", TEXT),
                _names("voor", "supports", *FACTOR), _names("tegen", "opposes", *FACTOR),
                Key("derden", "third_parties", TEXT), _if("derden_als", "third_parties_if"),
                _names("niet_samen_met", "not_with", "exceptions"), _must("zeg", "say"),
                Key("vervang", "replaces", REPLACES, default=(), per_record=True),
                Key("wordt", "becomes", NAME, default="", refers=("outcomes",)),
            ),
        ),
        Kind(
            "alternatief", "alternatives", model.Alternative,
            (
                _names("bij", "outcomes", "outcomes", must=True), _if("als", "when", is_known=True),
                _must("soort", "kind", one_of("andere_regeling", "later_opnieuw", "in_delen_betalen", "herstel")),
                _names("herstelt", "repairs", "criteria", per_record=True), _must("tekst", "text"),
                _raw("bron", "source"),
            ),
        ),
        Kind(
            "open_norm", "open_norms", model.OpenNorm,
            (_must("tekst", "text"), _must("waarom", "why"), _raw("bron", "source")),
        ),
        Kind(
            "belofte", "promises", model.Promise,
            (
                _must("wat", "what"), _must("wie", "who"), _must("termijn", "term", term(*forms.DAY_UNITS)),
                _must("vanaf", "start", EXPRESSION, wanted=DATE), _if("als", "when"),
            ),
        ),
        Kind(
            "brief", "letter_texts", model.LetterText,
            (
                _names("bij", "about", "outcomes", "exceptions", must=True),
                _must("deel", "section", one_of(*get_args(model.LetterSection))),
                _if("als", "when", is_known=True), _must("nl", "text", twin="en"), _per(),
            ),
        ),
    )
}  # fmt: skip

SETTINGS = Kind(
    "instellingen", "settings", model.Settings,
    (
        Key("harde_grens_verhouding", "hard_limit_ratio", NUMBER),
        Key("alles_of_niets_verhouding", "all_or_nothing_ratio", NUMBER),
        Key("alles_of_niets_bedrag", "all_or_nothing_floor", AMOUNT),
        Key("klein_verzuim_bedrag", "small_lapse_loss", AMOUNT),
        Key("kleine_marge", "margin_share", forms.PERCENTAGE_FORM),
        Key("kleine_marge_dagen", "margin_days", whole_number(0, 366)),
        Key("schrikkelverjaardag", "leap_birthday", one_of(*get_args(LeapBirthday))),
        _must("waarom", "why", RAW),
    ),
)  # fmt: skip
