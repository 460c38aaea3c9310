"""The language of conditions and sums: text to tree, and every reading of that tree."""
