"""The parts of an assessment, each from what the steps before it found."""
