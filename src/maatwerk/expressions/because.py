"""Why a yes/no expression has its verdict, in words: only the parts that make it so, said as they are.

Of `a of b of c` that holds only the parts that hold are told; `reden = voorkeur`, true or not, is told as what was
chosen. Answers alone read as answers: "reden: rood staan en student: nee".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.text import say
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.tree import Aggregate, Both, Comparator, Compare, Either, IsEmpty, Name, Node, Not, Within
from maatwerk.expressions.values import Choice, Truth
from maatwerk.expressions.words import in_words, show

if TYPE_CHECKING:
    from maatwerk.expressions.scope import Scope

OPPOSITE: dict[Comparator, Comparator] = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def because(node: Node, scope: Scope, lang: str) -> str:
    """The facts that give the verdict, as a sentence without a full stop. Not known yet: the whole condition."""
    reduced = so(node, scope) if evaluate(node, scope) is not Truth.UNKNOWN else node
    parts = reduced.parts if isinstance(reduced, Both) else (reduced,)
    answers = [_answer(part, scope, lang) for part in parts if isinstance(part, Name) and not (part.on or part.by)]
    return (
        say("expression.and", lang=lang).join(answers) if len(answers) == len(parts) else in_words(reduced, scope, lang)
    )


def _answer(name: Name, scope: Scope, lang: str) -> str:
    value = show(scope.value(name.name), scope.type_of(name.name), lang)
    return say("expression.answer", lang=lang, name=scope.label(name.name, lang), value=value)


def so(node: Node, scope: Scope) -> Node:
    """A tree that holds, made of the parts that give this one its verdict."""
    verdict = evaluate(node, scope)
    match node:
        case Not(part=part):
            return so(part, scope)
        case Both(parts=parts) | Either(parts=parts):
            alone = (verdict is Truth.YES) == isinstance(node, Either)
            telling = [part for part in parts if not alone or evaluate(part, scope) is verdict]
            told = tuple(so(part, scope) for part in telling)
            return told[0] if len(told) == 1 else Both(told, node.at)
        case Compare(left=Name() as chosen) | Within(item=Name() as chosen) if _is_choice(chosen, scope):
            return chosen
        case Compare(left=left, comparator=comparator, right=right) if verdict is Truth.NO:
            return Compare(left, OPPOSITE[comparator], right, node.at)
        case Aggregate() | IsEmpty() if verdict is Truth.NO:
            return Not(node, node.at)
        case _:
            return node


def _is_choice(name: Name, scope: Scope) -> bool:
    return isinstance(scope.value(name.name), Choice)
