from __future__ import annotations

import pytest

from maatwerk.ruleset.printing import print_ruleset
from maatwerk.ruleset.reading import read_text
from tests.ruleset import problem_pages as page
