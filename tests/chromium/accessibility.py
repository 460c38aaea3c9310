"""What axe-core finds on a page in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

from scripts.browser import run

AXE = Path(__file__).parent / "axe" / "axe.min.js"
ASK = """axe.run({resultTypes: ["violations"]}).then(found => {
  const told = found.violations.map(each => [each.id, each.nodes[0].html.slice(0, 120)]);
  document.body.textContent = "AXE " + JSON.stringify([told, found.passes.length]) + " END";
})"""


class Seen(NamedTuple):
    """What is wrong (rule, first element) and how many rules were looked at and are right."""

    violations: list[list[str]]
    passes: int


def seen_by_axe(folder: Path, page: str, width: int = 900) -> Seen:
    """What axe says of a page. A page may forbid every script, so that line is taken out first."""
    bare = re.sub(r"<meta http-equiv[^>]*>", "", page)
    axe = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    file = folder / "axe.html"
    file.write_text(bare.replace("</body>", f"<script>{axe}</script><script>{ASK}</script></body>"), encoding="utf-8")
    shown = run(folder, f"--window-size={width},900", "--virtual-time-budget=20000", "--dump-dom", file.as_uri())
    found = re.search(r"AXE (.*) END", shown)
    assert found, shown[-500:]
    plain = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return Seen(*json.loads(plain))
