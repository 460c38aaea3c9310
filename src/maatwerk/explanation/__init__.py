"""Why this outcome, why not another, what would change it, and what if: told from an assessment, never deciding."""
