"""An organisation: its folder, its people, and the rules it adopted."""
