"""A text made and kept: from questions or from another text, put in form, and what adopting it changes."""
