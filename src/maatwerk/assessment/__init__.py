"""Step 5: everything the machine hands over, in words and figures."""
