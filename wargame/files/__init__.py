"""Everything that reads and checks files that people write or hand around: the only home of yaml and pydantic."""
