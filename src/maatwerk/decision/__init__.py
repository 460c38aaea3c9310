"""Step 6: a named person decides, with reasons."""
