"""Every decision a seat could take now, with sensible values filled in; all of them legal.

Each group of decisions lists its own; the order is fixed, since random players draw from it by number.
"""

from collections.abc import Iterator, Sequence

from wargame.model.decisions import Decision
from wargame.model.view import View
from wargame.rules.legal import legal, role
from wargame.rules.options import (
    authority,
    bonds,
    combat,
    command,
    consultation,
    diplomacy,
    engagement,
    forces,
    home_front,
    intelligence,
    red,
)

GROUPS = (
    consultation,
    forces,
    command,
    diplomacy,
    intelligence,
    home_front,
    combat,
    authority,
    bonds,
    engagement,
    red,
)
"""Each has `CANDIDATES`: by role, what could be decided if it were legal."""


def options(view: View, staged: Sequence[Decision] = ()) -> list[Decision]:
    """Legal decisions beside those `staged`, in a fixed order. White-cell acts are not listed: they fit any time."""
    return [decision for decision in considered(view) if legal(view, decision, staged) is None]


def considered(view: View) -> Iterator[Decision]:
    """Everything that would be listed if it were legal."""
    for group in GROUPS:
        candidates = group.CANDIDATES.get(role(view))
        if candidates is not None:
            yield from candidates(view)
