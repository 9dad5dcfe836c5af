"""What happens at home: domestic support, alert, money. Times are seconds after STARTEX, money is in million."""

from typing import Literal

from wargame.model.fields import record

__all__ = [
    "AlarmProvenFalse",
    "CommitmentBroken",
    "HomeFrontBody",
    "MoneySpent",
    "SupportMoved",
    "WatchChanged",
    "WhySupport",
]

WhySupport = Literal[
    "attributed",
    "disproved",
    "false_alarm",
    "commitment",
    "blackout",
    "disinformation",
    "refugees",
    "resolution",
    "sanctions",
    "inject",
]


@record
class SupportMoved:
    """Domestic support of a nation jumped; from here it returns to its base again."""

    kind: Literal["support_moved"] = "support_moved"
    nation: str
    change: float
    support: float
    """After the jump."""
    capital: float
    """Political capital at this instant; it grows with the new support from here."""
    why: WhySupport


@record
class AlarmProvenFalse:
    """It turned out that the adversary had prepared nothing against which these nations sent forces."""

    kind: Literal["alarm_proven_false"] = "alarm_proven_false"
    nations: tuple[str, ...]


@record
class CommitmentBroken:
    """A nation that had bound itself in public to defend the ally under attack does not fight."""

    kind: Literal["commitment_broken"] = "commitment_broken"
    nation: str


@record
class WatchChanged:
    """The alliance's forces went to full alert or stood down from it."""

    kind: Literal["watch_changed"] = "watch_changed"
    full: bool
    tired: float
    """Readiness lost at this instant."""


@record
class MoneySpent:
    """A nation spent money on the crisis, or was given some."""

    kind: Literal["money_spent"] = "money_spent"
    nation: str
    amount: float
    """Million; below 0 when it was given."""
    on: Literal["resilience", "relief", "sanctions", "side_payment"]


HomeFrontBody = SupportMoved | AlarmProvenFalse | CommitmentBroken | WatchChanged | MoneySpent
