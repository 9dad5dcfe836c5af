"""Decisions on forces: offering, readying, activating, moving and fighting with them."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.decisions.terms import Rules
from wargame.model.fields import Identifier
from wargame.model.nation import Caveat


@decision(
    group="forces",
    roles=("nation",),
    needs="an open or adopted deployment that is not yet activated, and a force of the nation's that is free",
    delay="at once",
    effect="the force counts towards the measure's requirement and goes when the commander activates it and its "
    "caveats allow: unanimous_only, not_under_fire and own_soil hold it back",
    seen_by="the alliance",
    undo="withdraw_offer until the activation order",
    topic="offer",
    about=("force",),
)
class OfferForce:
    """Offer a force to a measure."""

    kind: Literal["offer_force"] = "offer_force"
    force: Identifier
    measure: Identifier
    caveats: tuple[Caveat, ...] = ()
    """What the nation reserves for it, besides what it always does."""


@decision(
    group="forces",
    roles=("nation",),
    needs="a force of the nation's that is offered and not yet activated",
    delay="at once",
    effect="the force no longer counts towards the measure; the adversary doubts the alliance",
    seen_by="the alliance",
    undo="offer_force again",
    topic="offer",
    about=("force",),
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
    undo="none",
    about=("force",),
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
    about=("measure",),
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
    effect="the offered forces start to move, where requirements were stated those that fill a line, unless a caveat "
    "holds them back; later offers to this measure are closed",
    seen_by="everyone",
    undo="none",
    about=("measure",),
)
class OrderActivation:
    """Order the forces offered to a measure to move."""

    kind: Literal["order_activation"] = "order_activation"
    measure: Identifier


@decision(
    group="forces",
    roles=("nation",),
    needs="a force of the nation's that is at home, in place or refused, and not on offer; where cabinet or parliament "
    "must agree and it is to go to another nation's soil, a mandate granted for some deployment",
    delay="the force serves its notice, then loads and travels",
    effect="the force goes there under national command, outside any measure of the alliance; one that counted towards "
    "a measure no longer does; at its home it is free and costs nothing any more",
    seen_by="the alliance; the adversary when it is detected",
    undo="move_force back",
    topic="offer",
    about=("force",),
)
class MoveForce:
    """Move a force under national command."""

    kind: Literal["move_force"] = "move_force"
    force: Identifier
    to: Identifier
    """Location."""


@decision(
    group="forces",
    roles=("nation",),
    needs="a place on the nation's own territory, and a nation that has not been granted it yet",
    delay="at once; what is not granted so takes 1 to 7 days with a logistics agreement or an adopted deployment, "
    "30 to 180 days without",
    effect="forces of that nation may use the place; without access they do not set out for it",
    seen_by="the alliance",
    undo="none",
    about=("to", "at"),
)
class GrantAccess:
    """Grant an ally, or all of them, the use of a base, port or airfield."""

    kind: Literal["grant_access"] = "grant_access"
    to: Identifier
    """Nation whose forces may use it, or the alliance for all its members."""
    at: Identifier
    """Location."""


@decision(
    group="forces",
    roles=("nation",),
    needs="a route that crosses the nation's border or its territory, and a nation that has not been granted it yet",
    delay="at once under emergency rules; in peacetime it starts the usual procedure of 45 days, or, once the alliance "
    "has raised its alert or adopted a deployment, of half a day to 3 days",
    effect="forces of that nation may cross the border and pass through",
    seen_by="the alliance",
    undo="none",
    about=("to",),
)
class GrantTransit:
    """Grant an ally's forces, or all allies', leave to cross the border and pass through."""

    kind: Literal["grant_transit"] = "grant_transit"
    to: Identifier
    """Nation whose forces may pass, or the alliance for all its members."""
    rules: Literal["peacetime", "emergency"]


@decision(
    group="forces",
    roles=("nation",),
    cost=3,
    needs="a mandate of the nation's that was sought and is not yet decided",
    delay="within six hours",
    effect="cabinet or parliament decides ahead of its usual time, on the support there is now",
    seen_by="the alliance",
    undo="none",
    about=("measure",),
)
class HastenMandate:
    """Press cabinet or parliament to decide a mandate at once."""

    kind: Literal["hasten_mandate"] = "hasten_mandate"
    measure: Identifier


@decision(
    group="forces",
    roles=("nation",),
    needs="other rules than those that hold; a force that is named must be the nation's",
    delay="at once",
    effect="tight rules halve the hazard of an incident and cost 20 % of the defence in the first 6 hours; "
    "loose rules double the hazard",
    seen_by="the alliance",
    undo="set them again",
    about=("force",),
)
class SetRulesOfEngagement:
    """Set the rules of engagement of the nation's forces."""

    kind: Literal["set_rules_of_engagement"] = "set_rules_of_engagement"
    rules: Rules
    force: Identifier | None = None
    """One force; without it all of the nation's that have no rules of their own."""


@decision(
    group="forces",
    roles=("nation",),
    extra_cost="2 if the government's first reflex was to stand aside",
    needs="fighting over an objective, and a force of the nation's that is there or on its way there",
    delay="at once; a force on its way joins when it is capable",
    effect="the nation fights, whatever its government's first reflex was; engaged forces lose 3 % a day",
    seen_by="everyone",
    undo="evacuate",
    about=("force",),
)
class CommitForce:
    """Commit a force to battle after an attack."""

    kind: Literal["commit_force"] = "commit_force"
    force: Identifier
    objective: Identifier


@decision(
    group="forces",
    roles=("commander",),
    needs="an objective that the adversary holds at least in part, and forces that are fighting for it",
    delay="at once",
    effect="these forces count a quarter more and lose twice as much a day",
    seen_by="everyone",
    undo="evacuate, or a cease-fire",
    about=("objective",),
)
class CounterAttack:
    """Counter-attack to retake an objective."""

    kind: Literal["counter_attack"] = "counter_attack"
    objective: Identifier
    forces: tuple[Identifier, ...]


@decision(
    group="forces",
    roles=("nation", "commander"),
    needs="fighting over an objective, and a capable force there, one's own or under command",
    delay="the force leaves the battle at once and travels by planning figures",
    effect="the force is saved and no longer counts there",
    seen_by="everyone",
    undo="none",
    about=("force",),
)
class Evacuate:
    """Evacuate a force from a place that cannot be held."""

    kind: Literal["evacuate"] = "evacuate"
    force: Identifier
    to: Identifier
    """Location."""


@decision(
    group="forces",
    roles=("nation", "hq", "red"),
    needs="fighting over an objective; for the alliance its owner or the Secretary-General speaks",
    delay="when the other side offers one too; the adversary does when it holds as much as it can hope for",
    effect="fighting ends where the forces stand; what the adversary holds stays in its hands",
    seen_by="everyone",
    undo="none",
    about=("objective",),
)
class CeaseFire:
    """Offer a cease-fire at the line."""

    kind: Literal["cease_fire"] = "cease_fire"
    objective: Identifier
