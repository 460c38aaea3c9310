"""Nouns where a verb would do: `de beoordeling van uw aanvraag` is `wij beoordelen uw aanvraag`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.language.model import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.language.passage import Passage

# Words with such an ending that name a thing: no verb is hidden in them.
_THINGS = {
    "nl": frozenset(
        "woning rekening bankrekening vergoeding uitkering bijstandsuitkering regeling vergunning lening vergadering"
        " verzekering afdeling mening kleding bevolking omgeving verordening handtekening tekening toelichting opleiding"
        " belasting betaling bestelling zitting stichting vereniging instelling voorziening leiding richting ruimtelijke"
        " datum status station informatie situatie organisatie locatie generatie administratie relatie combinatie"
        " oplossing vestiging kring ring ding koning honing begeleiding mededeling bedoeling ervaring waarde spanning"
        " verdieping groepering regering parkeervergunning jaarrekening leerling tweeling zending inleiding"
        " hoogte leven eten inkomen vermogen teken examen wapen kussen einde geheugen tegoeden gegeven bedragen"
        " oordelen voordelen nadelen goederen personen kosten gebouwen laten ogen gemeenten leden terreinen"
        " rechten plichten openen jongen deken molen wagen kinderen mensen ouders dagen weken maanden jaren".split()
    ),
    "en": frozenset(
        "section information location station condition question position organisation organization association"
        " apartment document payment department government environment attention option permission population"
        " building meeting beginning morning evening heading housing nation region reason opinion union version"
        " moment amount comment equipment statement agreement difference sentence science distance balance insurance"
        " allowance instance entrance importance evidence residence part situation profession supplement".split()
    ),
}
_NOUN = {
    "nl": re.compile(r"(?:\w{3,}(?:ing|atie|heid) van|\bhet (?:niet )?\w{3,}en van)\b", re.I),
    "en": re.compile(r"\b\w{4,}(?:tion|sion|ment|ance|ence|ing) of\b", re.I),
}


def noun_style(passage: Passage) -> Iterator[Mark]:
    """`naamwoordstijl`: a noun made of a verb, with what is done behind it."""
    for sentence in passage.sentences:
        for found in _NOUN[passage.lang].finditer(sentence.text):
            words = found.group().lower().split()
            if words[-2] not in _THINGS[passage.lang]:
                start = sentence.start + found.start()
                yield Mark("naamwoordstijl", start, start + len(found.group()))
