"""How fast the program is: `make bench`, or `python -m benchmarks --help`.

Machines differ and are noisy, so figures that can be compared between them are ratios of two things measured in
turns within one run, and nothing fails because of a time.
"""
