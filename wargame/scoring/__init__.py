"""Scores of a session, from its events alone."""
