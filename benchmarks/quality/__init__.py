"""How right the scores and the evidence are."""
