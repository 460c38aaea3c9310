"""Step 1: one case under one ruleset; every name has a value, known or not."""
