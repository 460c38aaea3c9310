"""What looks like a past participle, in Dutch and in English."""

from __future__ import annotations

import re

_SEPARABLE = (
    "aan|achter|af|bekend|bij|binnen|buiten|dicht|door|gelijk|goed|hoog|in|kwijt|langs|leeg|los|mee|mede|na|neer|om|onder"
    "|op|open|over|plaats|recht|rond|samen|schoon|stil|stop|tegemoet|tegen|tekort|terecht|terug|toe|uit|vast|vol|voor"
    "|vrij|weer|weg"
)
_DUTCH = re.compile(
    rf"(?:(?:{_SEPARABLE})?ge(?:\w{{2,}}(?:d|t|en)|\w+(?:aan|ien))|(?:{_SEPARABLE})?(?:be|ver|ont|her|er)\w{{2,}}(?:d|t|en|aan|ien)"
    r"|(?:over|onder|door|mis|vol|om|weer|aan)\w{3,}(?:d|t)|vol(?:daan|trokken|bracht)|onder(?:nomen|schreven|zocht|tekend)"
    r"|over(?:wogen|gedragen|legd|schreden)|\w{4,}(?:eerd|iseerd))"
)
_NO_PARTICIPLE = frozenset(
    "gemeente gemeenten geen geld gebied gebieden gesprek gesprekken gezicht gewoon gebouw gebouwen geval gevallen gezin"
    " gezinnen gerecht gevolg gevolgen gevoel gebruik gedeelte geleden gemak genoeg gewicht gerust gezond geduld"
    " geluid gewest bedragen belangen besluiten besluit bezoeken bericht berichten begin beeld beeldt bekend beleid bent"
    " beroepen bestand bestanden bewijzen best beurt bezit bezwaren behoeften bedrijven begrip begrippen beheer"
    " verhalen verzoeken vergoed verband verbanden verstand verschillen verdriet verkeer verenigingen verleden verder"
    " verzekeringen verplichtingen vergunningen verordeningen verklaringen verantwoord verbeteringen veranderingen vergoedingen"
    " ernst eerst erkenningen ervaringen herkomst ondernemend overheid onderwijst omstandigheid weekend ochtend"
    " volgend aanvangend onderdelen overleden mishandelingen doorgaand gegevens aangiften aanbod onderzoeken ontvangst aandacht aanslagen"
    " geweld getal getallen geest geboden gebrek gebreken geheel gelegenheid gemiddeld gevaar gedachten beperkt bepaalt bereid betekent verschilt".split()
)

_IRREGULAR = frozenset(
    "made given taken sent paid dealt meant lent found held brought met set put told known shown drawn done seen written kept lost left"
    " begun chosen sought withdrawn borne understood laid led spent built undertaken forgotten got gotten bought"
    " caught taught sold said heard read cut let hit shut undergone overpaid".split()
)
_ENGLISH = re.compile(r"\w{2,}ed")
_NO_ENGLISH = frozenset(
    "need indeed speed feed seed bed red interested married pleased worried tired used divorced retired disabled closed"
    " broken parked located unemployed employed limited detailed complicated concerned allowed supposed entitled".split()
)


def is_participle(word: str, lang: str) -> bool:
    """Whether a word, in small letters, may be a past participle."""
    if lang == "nl":
        return word not in _NO_PARTICIPLE and _DUTCH.fullmatch(word) is not None
    return word in _IRREGULAR or (word not in _NO_ENGLISH and _ENGLISH.fullmatch(word) is not None)
