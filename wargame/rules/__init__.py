"""Pure functions on plain values: what may be seen, what is legal, how evidence and force are weighed."""
