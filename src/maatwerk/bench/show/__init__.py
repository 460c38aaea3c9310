"""A ruleset shown to people: one page with everything, its personal data, and its entry in the Algoritmeregister."""
