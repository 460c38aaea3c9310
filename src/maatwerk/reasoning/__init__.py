"""The reasoner: one rule table (`table`), two interpreters (`naive`, `durable`) that must agree (`agree`)."""
