"""Steps 4 and 5: the grounds that fit, and every lawful way out, computed again."""
