"""Help while writing a ruleset: pure functions of a text and a position. `server.py` offers them to any editor.

A text that is half typed is the normal case here: each function says what it can, and never raises.
"""
