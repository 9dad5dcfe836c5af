"""What a session is to be, before there is one. A module of its own, so that the first screen loads nothing more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What a session is to be: what the command line or the first screens have settled."""

    scenario: str = ""
    seats: tuple[str, ...] = ()
    """Those that people play; none for the scenario's first nation, or for those that played before."""
    players: tuple[str, ...] = ()
    seed: int = 1
    length: str | None = None
    path: str = ""
    resume: bool = False
    """Go on with the session in `path`."""
    branch_of: str = ""
    """Go on from this session instead, in a branch that has its first `after` turns and is kept in `path`."""
    after: int = 0
