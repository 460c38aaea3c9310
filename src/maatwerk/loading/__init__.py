"""A ruleset made ready for a case: analysed, and with the building blocks of its days."""
