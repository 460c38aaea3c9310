"""All detectors, in the order in which findings are listed. Add a detector: one file, one line here, one page."""

from __future__ import annotations

from maatwerk.findings import (
    alles_of_niets,
    bewijs_dun,
    doel_gemist,
    door_mens_gezien,
    harde_grens,
    kind_geraakt,
    klein_verzuim,
    milder_kan,
    niet_gehoord,
    onhaalbare_eis,
    regel_botst,
    signalen,
    spoed,
    stapeling,
    te_laat,
    zwaar_gevolg,
)

DETECTORS = (
    doel_gemist.DETECTOR,
    onhaalbare_eis.DETECTOR,
    harde_grens.DETECTOR,
    alles_of_niets.DETECTOR,
    klein_verzuim.DETECTOR,
    zwaar_gevolg.DETECTOR,
    kind_geraakt.DETECTOR,
    milder_kan.DETECTOR,
    regel_botst.DETECTOR,
    stapeling.DETECTOR,
    signalen.DETECTOR,
    bewijs_dun.DETECTOR,
    niet_gehoord.DETECTOR,
    te_laat.DETECTOR,
    spoed.DETECTOR,
    door_mens_gezien.DETECTOR,
)
