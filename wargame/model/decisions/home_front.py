"""Decisions at home: networks, repair, resilience, relief."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.decisions.terms import Money
from wargame.model.fields import Identifier


@decision(
    group="home front",
    roles=("nation",),
    needs="a cyber team of the nation's that is free",
    delay="at once",
    effect="networks resist better and are repaired sooner; a cyber-defence agreement cuts repair to 60% "
    "and attribution to 70% of their time",
    seen_by="the nation and the ally it helps",
    undo="defend another nation's networks",
    topic="errand",
    about=("force",),
)
class DefendNetworks:
    """Set a cyber team to defend a nation's networks."""

    kind: Literal["defend_networks"] = "defend_networks"
    force: Identifier
    nation: Identifier
    """Whose networks: the nation's own or an ally's."""


@decision(
    group="home front",
    roles=("nation",),
    needs="a damaged port, railhead or airfield, and engineers that are free",
    delay="while the engineers travel and work: 6 days for a place that is wholly lost, less for less",
    effect="throughput comes back; the engineers are not free for relief or deployment meanwhile",
    seen_by="the alliance",
    undo="none",
    topic="errand",
    about=("force",),
)
class Repair:
    """Send engineers to repair a port, railhead or airfield."""

    kind: Literal["repair"] = "repair"
    force: Identifier
    at: Identifier
    """Location."""


@decision(
    group="home front",
    roles=("nation",),
    needs="money",
    delay="half of it within 10 days",
    effect="a tenth of a percent of GDP closes two thirds of the gap to full resilience; a day of disinformation "
    "costs 0.03 times (1 - resilience) of domestic support; sabotage, blackouts and pressure hit less hard",
    seen_by="the nation",
    undo="none",
)
class BuildResilience:
    """Spend on the resilience of society and infrastructure."""

    kind: Literal["build_resilience"] = "build_resilience"
    amount: Money


@decision(
    group="home front",
    roles=("nation",),
    needs="people in need in that nation, and engineers that are free",
    delay="once the engineers arrive; a humanitarian agreement saves 24 hours",
    effect="the strain on the host's domestic support falls to 40% of what it was; the engineers are gone for two "
    "weeks and take lift from deployment; allies that could send some and do not within 3 days refuse, which costs "
    "0.05 of trust",
    seen_by="the alliance",
    undo="none",
    topic="errand",
    about=("force",),
)
class SendRelief:
    """Send relief to a nation that has taken in displaced people."""

    kind: Literal["send_relief"] = "send_relief"
    force: Identifier
    to: Identifier
    """Nation."""
