"""How common words are. The only door to wordfreq."""

from __future__ import annotations

from functools import cache

_RARE = 2  # on the Zipf scale: fewer than one in ten million words
_COMMON = 3  # one in a million; both halves of a compound are, if it is to be understood
_LINKS = ("", "s", "en", "n", "e", "-")
_SHORTEST_PART = 3  # letters
_LONGEST = 60  # letters; longer ones are no words, and would take long to take apart


def is_common(word: str, lang: str) -> bool:
    """Whether most people read this word (in small letters) often."""
    return word in _at_least(_COMMON, lang, "small")


def is_rare(word: str, lang: str) -> bool:
    """Whether few people read this word often; a compound of common words is not rare."""
    if "-" in word:
        return any(is_rare(part, lang) for part in word.split("-") if len(part) > _SHORTEST_PART)
    if is_common(word, lang) or _is_compound(word, _at_least(_COMMON, lang, "small")):
        return False
    return word not in _at_least(_RARE, lang, "large")  # looked at last: it takes a tenth of a second to read


@cache
def _at_least(zipf: int, lang: str, size: str) -> frozenset[str]:
    from wordfreq import get_frequency_list  # noqa: PLC0415 - loads in a tenth of a second: only for a check

    # A list has a bin for every hundredth: bin n holds words that are 10 ** (-n / 100) of all words, Zipf 9 - n / 100.
    bins = get_frequency_list(lang, size)[: (9 - zipf) * 100 + 1]
    return frozenset(word for each in bins for word in each)


def _is_compound(word: str, common: frozenset[str]) -> bool:
    """Whether it is made of common words: `buskaart`, `bewonersparkeervergunning`."""
    if len(word) > _LONGEST:
        return False
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        if any(head.endswith(link) and head[: len(head) - len(link)] in common for link in _LINKS) and (
            tail in common or _is_compound(tail, common)
        ):
            return True
    return False
