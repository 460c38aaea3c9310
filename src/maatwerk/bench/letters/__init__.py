"""Every letter that a ruleset can give: found, written about invented people in both languages, and checked."""
