"""Step 3: what to notice. One file a detector; `detect.py` brings them together."""
