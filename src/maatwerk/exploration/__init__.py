"""A case that shows something, or the proof that there is none: one search over all that facts can be."""
