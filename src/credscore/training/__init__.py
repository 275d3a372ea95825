"""Trains a model folder from labelled corpora; scoring never imports it."""
