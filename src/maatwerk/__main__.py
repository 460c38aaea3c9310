"""`python -m maatwerk` is the same as `maatwerk`."""

from __future__ import annotations

import sys

from maatwerk.cli import main

if __name__ == "__main__":
    sys.exit(main())
