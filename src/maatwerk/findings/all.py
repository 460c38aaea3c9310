"""All detectors, in the order in which findings are listed. Add a detector: one file, one line here, one page."""

from __future__ import annotations

from maatwerk.findings import (
    alles_of_niets,
    bewijs_dun,
    doel_gemist,
    door_mens_gezien,
    harde_grens,
    kind_geraakt,
    milder_kan,
    niet_gehoord,
    onhaalbare_eis,
    regel_botst,
    signalen,
    zwaar_gevolg,
)

DETECTORS = (
    doel_gemist.DETECTOR,
    onhaalbare_eis.DETECTOR,
    harde_grens.DETECTOR,
    alles_of_niets.DETECTOR,
    zwaar_gevolg.DETECTOR,
    kind_geraakt.DETECTOR,
    milder_kan.DETECTOR,
    regel_botst.DETECTOR,
    signalen.DETECTOR,
    bewijs_dun.DETECTOR,
    niet_gehoord.DETECTOR,
    door_mens_gezien.DETECTOR,
)
