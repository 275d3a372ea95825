"""From labelled corpora to a model folder; never imported by scoring."""
