"""Many runs: what to play, how the work is spread, one row for each run, and what the rows say. No table library."""
