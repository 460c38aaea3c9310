"""A case: what is known of one person, read strictly against its ruleset."""
