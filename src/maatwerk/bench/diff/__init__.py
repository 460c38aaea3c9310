"""Two versions of a ruleset beside each other: what changed in the text, and what that does to outcomes and cases."""
