"""Step 2: the decision by the letter of the rules, and the criteria that decide it."""
