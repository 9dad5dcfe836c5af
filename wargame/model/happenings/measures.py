"""What adopted measures do besides what other families tell of. Times are seconds after STARTEX."""

from typing import Literal

from wargame.model.decisions.terms import Assurance
from wargame.model.fields import record

__all__ = [
    "AttributionAgreed",
    "CollectiveDefenceFound",
    "MeasuresBody",
    "MonitoringAgreed",
    "OfferAgreed",
    "SanctionsAgreed",
]


@record
class MonitoringAgreed:
    """The members agreed to watch more closely."""

    kind: Literal["monitoring_agreed"] = "monitoring_agreed"
    until: int


@record
class CollectiveDefenceFound:
    """The council found that the case for collective defence is given: these members are bound as by a commitment."""

    kind: Literal["collective_defence_found"] = "collective_defence_found"
    nations: tuple[str, ...]


@record
class SanctionsAgreed:
    """These members agreed to stop a share of their trade with the adversary; a share of 0 lifts their sanctions."""

    kind: Literal["sanctions_agreed"] = "sanctions_agreed"
    adversary: str
    trade: float
    nations: tuple[str, ...]


@record
class AttributionAgreed:
    """These members agreed on who was behind a hybrid attack."""

    kind: Literal["attribution_agreed"] = "attribution_agreed"
    adversary: str
    by: str
    """The nation that was attacked and tabled it."""
    incident: str
    """The attack, as that nation labels it."""
    nations: tuple[str, ...]


@record
class OfferAgreed:
    """The alliance made the adversary an offer that these members stand behind."""

    kind: Literal["offer_agreed"] = "offer_agreed"
    adversary: str
    objective: str
    share: float
    """Of the objective's value that is conceded; 0 for an assurance alone."""
    assurance: Assurance | None = None
    until: int
    """How long it stands."""
    nations: tuple[str, ...]


MeasuresBody = MonitoringAgreed | CollectiveDefenceFound | SanctionsAgreed | AttributionAgreed | OfferAgreed
