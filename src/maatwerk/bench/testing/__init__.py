"""The examples of a ruleset judged: why a row does not hold, what no row shows, which small change none notices."""
