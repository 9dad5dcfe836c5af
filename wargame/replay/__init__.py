"""Looking back at a session: verifying it, and its situation at any instant, in truth or as a seat had it."""
