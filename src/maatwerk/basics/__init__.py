"""Small things that every step may use: texts, days, problems, limits."""
