"""What every decision says of itself: who may take it, what it costs, needs, does, and who sees it.

`docs/decisions.md`, `wargame decisions` and the reason for a "no" are all read from here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeVar, dataclass_transform, get_args

from wargame.model.fields import kind_of, record

D = TypeVar("D")
Role = Literal["nation", "hq", "commander", "red", "excon"]
Group = Literal[
    "consultation",
    "forces",
    "intelligence",
    "diplomacy",
    "home front",
    "road to crisis",
    "command",
    "red",
    "excon",
]
ROLES: tuple[Role, ...] = get_args(Role)
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One decision's page in the catalogue."""

    kind: str
    group: Group
    roles: tuple[Role, ...]
    cost: int
    """Political capital."""
    extra_cost: str
    """What one choice in it costs besides, in words; empty for almost all."""
    needs: str
    """Precondition, in words."""
    delay: str
    """When it takes effect."""
    effect: str
    seen_by: str
    undo: str
    """How it is reversed."""
    missing: str
    """What has to be built before it can be taken; empty when it can."""
    topic: str
    """Decisions of one topic that agree in the fields `about` stand in each other's way in one turn."""
    about: tuple[str, ...]


CATALOGUE: dict[type, Entry] = {}
"""Every decision type; `KINDS` has them in the order of the groups."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def decision(
    *,
    group: Group,
    roles: tuple[Role, ...],
    needs: str,
    delay: str,
    effect: str,
    seen_by: str,
    undo: str,
    cost: int = 0,
    extra_cost: str = "",
    missing: str = "",
    topic: str = "",
    about: tuple[str, ...] = (),
) -> Callable[[type[D]], type[D]]:
    """Make a record of a decision and enter it in the catalogue."""

    def enter(cls: type[D]) -> type[D]:
        made = record(cls)
        CATALOGUE[made] = Entry(
            kind=kind_of(made),
            group=group,
            roles=roles,
            cost=cost,
            extra_cost=extra_cost,
            needs=needs,
            delay=delay,
            effect=effect,
            seen_by=seen_by,
            undo=undo,
            missing=missing,
            topic=topic or kind_of(made),
            about=about,
        )
        return made

    return enter
