"""The jurist's bench: the examples of a ruleset, computed."""
