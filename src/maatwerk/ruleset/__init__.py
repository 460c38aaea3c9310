"""Rulesets: documents that a jurist can read and sign, read into frozen values with their places."""
