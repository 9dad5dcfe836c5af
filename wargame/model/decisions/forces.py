"""Decisions on forces: offering, readying, activating them."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.fields import Identifier


@decision(
    group="forces",
    roles=("nation",),
    needs="an open or adopted deployment that is not yet activated, and a force of the nation's that is free",
    delay="at once",
    effect="the force counts towards the measure's requirement and goes when the commander activates it",
    seen_by="the alliance",
    undo="withdraw_offer until the activation order",
)
class OfferForce:
    """Offer a force to a measure."""

    kind: Literal["offer_force"] = "offer_force"
    force: Identifier
    measure: Identifier


@decision(
    group="forces",
    roles=("nation",),
    needs="a force of the nation's that is offered and not yet activated",
    delay="at once",
    effect="the force no longer counts towards the measure; the adversary doubts the alliance",
    seen_by="the alliance",
    undo="offer_force again",
)
class WithdrawOffer:
    """Take a force back that was offered."""

    kind: Literal["withdraw_offer"] = "withdraw_offer"
    force: Identifier


@decision(
    group="forces",
    roles=("nation",),
    needs="a force of the nation's that is not yet activated nor readied",
    delay="the notice runs from now instead of from the activation order",
    effect="the force is ready to load sooner",
    seen_by="the alliance",
    undo="none in this version",
)
class ReadyForce:
    """Start a force's preparations before it is activated."""

    kind: Literal["ready_force"] = "ready_force"
    force: Identifier


@decision(
    group="forces",
    roles=("nation",),
    needs="a nation whose cabinet or parliament must agree, a tabled deployment, and no request already made",
    delay="a cabinet takes about a day, a parliament longer",
    effect="the nation's forces may move for this measure once it is granted",
    seen_by="the alliance",
    undo="none",
)
class SeekMandate:
    """Ask cabinet or parliament for leave to send forces, before the measure is adopted."""

    kind: Literal["seek_mandate"] = "seek_mandate"
    measure: Identifier


@decision(
    group="command",
    roles=("commander",),
    needs="an adopted deployment with at least one force offered",
    delay="at once; each force then serves its notice",
    effect="the offered forces start to move; later offers to this measure are closed",
    seen_by="everyone",
    undo="none",
)
class OrderActivation:
    """Order the forces offered to a measure to move."""

    kind: Literal["order_activation"] = "order_activation"
    measure: Identifier
