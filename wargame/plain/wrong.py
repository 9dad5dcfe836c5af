"""What is said when a command cannot be carried out."""


class Wrong(Exception):
    """A command that cannot be carried out; the message says in one line why, and what to do."""
