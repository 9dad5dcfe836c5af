"""One exercise: seats, orders, turns, resuming and branching."""
