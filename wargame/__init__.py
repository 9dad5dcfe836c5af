"""Alliance crisis-response wargame."""

__version__ = "0.1.0"
