"""With what code the program ends; 0 when what was asked for is done."""

FAILED, USAGE, INVALID, UNVERIFIED, INTERRUPTED = 1, 2, 3, 4, 130
"""Failed; wrong usage; an input file that cannot be used, or is not there; a replay that is not what is simulated;
interrupted."""
