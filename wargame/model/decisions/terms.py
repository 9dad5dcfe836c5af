"""Types that decisions of several groups share."""

from typing import Annotated, Literal

from wargame.model.fields import Span, record
from wargame.model.scenario import DecisionRule, Tier

Money = Annotated[float, Span(0.01, 1_000_000, "million")]
Strength = Annotated[float, Span(0.1, 50, "BE")]
Deadline = Annotated[float, Span(1, 24 * 60, "h")]
ValueShare = Annotated[float, Span(0.01, 1, "of the objective's value")]
Assurance = Literal["no_attack", "no_forward_basing", "force_limits", "observers"]
Rules = Literal["tight", "normal", "loose"]
"""Rules of engagement."""
Technology = Literal["command", "surveillance", "cyber", "weapons"]


@record
class AgreementTerms:
    """What is negotiated: the terms and conditions of an agreement."""

    support: Literal["consult", "assist", "defend"] | None = None
    """Level of military support that the parties owe each other; none for an agreement without one."""
    intelligence: Tier | None = None
    """Tier at which the parties share intelligence; it sets the release delay."""
    procedure: DecisionRule = "consensus"
    """How the parties decide together."""
