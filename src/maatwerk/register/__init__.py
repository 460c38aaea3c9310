"""The register: append-only, hash-chained, with the personal data apart so that they can be erased."""

from __future__ import annotations

from maatwerk.register.book import Register
from maatwerk.register.decisions import decision_from
from maatwerk.register.entry import Entry, Receipt, StoredDecision
from maatwerk.register.verification import Check, Verification

__all__ = ["Check", "Entry", "Receipt", "Register", "StoredDecision", "Verification", "decision_from"]
