"""What the commander decides besides the activation order: warning, requirements, priorities, delegation."""

from typing import Literal

from wargame.model.decisions.catalogue import decision
from wargame.model.decisions.consultation import MeasureText
from wargame.model.decisions.terms import Strength
from wargame.model.fields import Identifier, Instant, record
from wargame.model.nation import ForceKind


@record
class Requirement:
    """One line of a statement of requirements."""

    capability: ForceKind
    strength: Strength
    at: Identifier
    """Location."""
    by: Instant
    """Needed there, capable, by this instant, such as D+3T06:00."""


@decision(
    group="command",
    roles=("commander",),
    needs="a tabled or adopted deployment without an activation warning",
    delay="at once",
    effect="forces on offer serve their notice from now on, those offered later from their offer on; "
    "requirements can be stated",
    seen_by="the alliance",
    undo="none",
    about=("measure",),
)
class IssueActivationWarning:
    """Issue the activation warning for a measure."""

    kind: Literal["issue_activation_warning"] = "issue_activation_warning"
    measure: Identifier


@decision(
    group="command",
    roles=("commander",),
    needs="a deployment with an activation warning and without an activation order; lines that ask for no more than it",
    delay="at once; nations are asked again every day until all lines are filled or the order is given",
    effect="nations know which capability is needed, how much, where and by when; the activation order takes only what "
    "fills a line, sends it where the line says, and lift serves first what is needed first",
    seen_by="the alliance",
    undo="state them again until the activation order",
    about=("measure",),
)
class StateRequirements:
    """Issue the statement of requirements of a measure."""

    kind: Literal["state_requirements"] = "state_requirements"
    measure: Identifier
    lines: tuple[Requirement, ...]


@decision(
    group="command",
    roles=("commander",),
    needs="forces under orders that have not departed yet",
    delay="from the next free aircraft, ship or train on",
    effect="lift serves the forces in this order; those not named come after them",
    seen_by="the alliance",
    undo="set it again",
)
class SetLiftPriority:
    """Set the order in which forces get strategic lift."""

    kind: Literal["set_lift_priority"] = "set_lift_priority"
    forces: tuple[Identifier, ...]
    """First to last."""


@decision(
    group="command",
    roles=("commander",),
    needs="a place that handles aircraft, ships or trains, and forces on their way",
    delay="from the next free berth, parking place or train on",
    effect="the place unloads the forces in this order; those not named come after them",
    seen_by="the alliance",
    undo="set it again",
    about=("at",),
)
class SetPortPriority:
    """Set the order in which a port, airfield or railhead unloads forces."""

    kind: Literal["set_port_priority"] = "set_port_priority"
    at: Identifier
    """Location."""
    forces: tuple[Identifier, ...]
    """First to last."""


@decision(
    group="command",
    roles=("commander",),
    needs="a standing plan that delegates this measure in advance",
    delay="at once, without a meeting of the council, guidance from capitals or silence",
    effect="the measure counts as adopted; no member has to stand by it in public",
    seen_by="the alliance",
    undo="none",
    about=("measure",),
)
class OrderDelegatedMeasure:
    """Order a measure that a standing plan leaves to the commander."""

    kind: Literal["order_delegated_measure"] = "order_delegated_measure"
    measure: MeasureText
