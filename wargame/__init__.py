"""Alliance crisis-response wargame."""
