"""Plain descriptions and happenings, standard library only."""
