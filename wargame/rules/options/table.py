"""What the lists of candidates share."""

from collections.abc import Callable, Iterator, Mapping

from wargame.model.decisions import Decision
from wargame.model.decisions.catalogue import Role
from wargame.model.view import View

Candidates = Mapping[Role, Callable[[View], Iterator[Decision]]]
"""By role: decisions with sensible values filled in, legal or not."""


def own_forces(view: View) -> list[str]:
    """The forces of the seat's nation."""
    return [name for name, force in view.situation.forces.items() if force.nation == view.seat]
