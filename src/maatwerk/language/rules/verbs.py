"""What looks like a past participle, in Dutch and in English."""

from __future__ import annotations

import re

from maatwerk.language.word_sets import word_set

_SEPARABLE = (
    "aan|achter|af|bekend|bij|binnen|buiten|dicht|door|gelijk|goed|hoog|in|kwijt|langs|leeg|los|mee|mede|na|neer|om|onder"
    "|op|open|over|plaats|recht|rond|samen|schoon|stil|stop|tegemoet|tegen|tekort|terecht|terug|toe|uit|vast|vol|voor"
    "|vrij|weer|weg"
)
_PREFIX = "be|ver|ont|her"
_DUTCH = re.compile(
    rf"(?:{_SEPARABLE})?ge(?:\w{{2,}}(?:d|t|en)|\w+(?:aan|ien))"  # gegeven, gedaan, afgewezen
    rf"|(?:{_PREFIX}|er)\w{{2,}}(?:d|t|en|aan|ien)"  # betaald, verleend, ontvangen
    rf"|(?:{_SEPARABLE})(?:{_PREFIX})\w{{2,}}(?:d|t)"  # voorbereid
    r"|(?:over|onder|door|mis|vol|om|weer|aan)\w{3,}(?:d|t)|vol(?:daan|trokken|bracht)"  # onderzocht
    r"|onder(?:nomen|schreven)|over(?:wogen|gedragen|schreden)|\w{4,}eerd"  # geregistreerd
)
_ENGLISH = re.compile(r"\w{2,}ed")


def is_participle(word: str, lang: str) -> bool:
    """Whether a word, in small letters, may be a past participle."""
    if word in word_set(lang, "no_participle"):
        return False
    if lang == "nl":
        return _DUTCH.fullmatch(word) is not None
    return word in word_set("en", "irregular_participle") or _ENGLISH.fullmatch(word) is not None
