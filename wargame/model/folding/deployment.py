"""What a Situation becomes by forces on their way."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import measure_of, on
from wargame.model.situation import ForceState, Grant, Situation

# --- before the order ----------------------------------------------------------------------------------------


@on(happened.ForceOffered)
def force_offered(situation: Situation, event: Event, body: happened.ForceOffered) -> None:
    measure, force = measure_of(situation, event), situation.forces[body.force]
    measure.offers.append(body.force)
    force.offered, force.caveats = event.measure, body.caveats
    if measure.warned is not None and force.readied is None:
        force.readied = event.time


@on(happened.OfferWithdrawn)
def offer_withdrawn(situation: Situation, event: Event, body: happened.OfferWithdrawn) -> None:
    measure_of(situation, event).offers.remove(body.force)
    situation.forces[body.force].offered = None


@on(happened.ActivationWarned)
def activation_warned(situation: Situation, event: Event, body: happened.ActivationWarned) -> None:
    measure = measure_of(situation, event)
    measure.warned = event.time
    for name in measure.offers:
        if situation.forces[name].readied is None:
            situation.forces[name].readied = event.time


@on(happened.RequirementsStated)
def requirements_stated(situation: Situation, event: Event, body: happened.RequirementsStated) -> None:
    measure = measure_of(situation, event)
    measure.lines, measure.round, measure.filled = body.lines, 0, None


@on(happened.RoundOpened)
def round_opened(situation: Situation, event: Event, body: happened.RoundOpened) -> None:
    measure_of(situation, event).round = body.round


@on(happened.RequirementsFilled)
def requirements_filled(situation: Situation, event: Event, body: happened.RequirementsFilled) -> None:
    measure_of(situation, event).filled = event.time


@on(happened.ForceReadied)
def force_readied(situation: Situation, event: Event, body: happened.ForceReadied) -> None:
    situation.forces[body.force].readied = event.time


@on(happened.MandateSought)
def mandate_sought(situation: Situation, event: Event, body: happened.MandateSought) -> None:
    measure_of(situation, event).mandates[body.nation] = "sought"


@on(happened.MandateDecided)
def mandate_decided(situation: Situation, event: Event, body: happened.MandateDecided) -> None:
    measure = measure_of(situation, event)
    measure.mandates[body.nation] = "granted" if body.granted else "refused"
    if not body.granted and measure.activated is None:
        withdrawn = [force for force in measure.offers if situation.forces[force].nation == body.nation]
        for force in withdrawn:
            measure.offers.remove(force)
            situation.forces[force].offered = None


# --- the order -----------------------------------------------------------------------------------------------


@on(happened.ActivationOrdered)
def activation_ordered(situation: Situation, event: Event, body: happened.ActivationOrdered) -> None:
    """Forces that were offered and are not activated are free again."""
    measure = measure_of(situation, event)
    measure.activated, measure.accepted = event.time, body.strength
    for index, name in enumerate(body.forces):
        state = situation.forces[name]
        state.destination = body.places[index] if body.places else measure.text.place
        state.line = body.lines[index] if body.lines else None
        state.activated, state.national = event.time, False
        if state.status != "capable" or state.at != state.destination:
            state.status = "notice"
    for name in measure.offers:
        if name not in body.forces:
            situation.forces[name].offered = None
    measure.offers[:] = body.forces


@on(happened.MoveOrdered)
def move_ordered(situation: Situation, event: Event, body: happened.MoveOrdered) -> None:
    """A force that leaves a measure no longer counts towards it."""
    state = situation.forces[body.force]
    if state.offered is not None:
        _leave(situation, body.force, state, body.strength)
    state.status, state.destination, state.national, state.effective = "notice", body.place, True, 0.0
    state.activated = event.time


def _leave(situation: Situation, name: str, state: ForceState, strength: float) -> None:
    assert state.offered is not None
    measure = situation.council.measures[state.offered]
    if name in measure.offers:
        measure.offers.remove(name)
        if state.status == "capable":
            measure.capable = round(measure.capable - strength, 6)
    state.offered = state.line = None


@on(happened.ReinforcementAnnounced)
def reinforcement_announced(situation: Situation, event: Event, body: happened.ReinforcementAnnounced) -> None:
    situation.announced.append((event.time, body.place, body.strength))


@on(happened.MovementDetected)
def movement_detected(situation: Situation, event: Event, body: happened.MovementDetected) -> None:
    situation.announced.append((event.time, body.place, body.strength))


@on(happened.NoticeServed)
def notice_served(situation: Situation, event: Event, body: happened.NoticeServed) -> None:
    situation.forces[body.force].status = "waiting"


@on(happened.MovementRefused)
def movement_refused(situation: Situation, event: Event, body: happened.MovementRefused) -> None:
    force = situation.forces[body.force]
    if event.measure is not None:
        measure = measure_of(situation, event)
        measure.accepted = round(measure.accepted - body.strength, 6)
        if body.force in measure.offers:
            measure.offers.remove(body.force)
    force.status, force.offered, force.activated, force.destination, force.line = "refused", None, None, None, None


# --- leave, and who goes first -------------------------------------------------------------------------------


@on(happened.PermissionAsked)
def permission_asked(situation: Situation, event: Event, body: happened.PermissionAsked) -> None:
    situation.permissions[body.nation, Grant(body.what, body.by, body.at)] = "asked"


@on(happened.PermissionGiven)
def permission_given(situation: Situation, event: Event, body: happened.PermissionGiven) -> None:
    grant = Grant(body.what, body.by, body.at)
    for nation in body.nations:
        situation.permissions[nation, grant] = "given"


@on(happened.PermissionRefused)
def permission_refused(situation: Situation, event: Event, body: happened.PermissionRefused) -> None:
    situation.permissions[body.nation, Grant(body.what, body.by, body.at)] = "refused"


@on(happened.LiftPrioritySet)
def lift_priority_set(situation: Situation, event: Event, body: happened.LiftPrioritySet) -> None:
    situation.lift_priority = body.forces


@on(happened.PortPrioritySet)
def port_priority_set(situation: Situation, event: Event, body: happened.PortPrioritySet) -> None:
    situation.port_priority[body.place] = body.forces


# --- on the way ----------------------------------------------------------------------------------------------


@on(happened.LoadingBegan)
def loading_began(situation: Situation, event: Event, body: happened.LoadingBegan) -> None:
    situation.forces[body.force].status = "loading"


@on(happened.ForceDeparted)
def force_departed(situation: Situation, event: Event, body: happened.ForceDeparted) -> None:
    force = situation.forces[body.force]
    force.status, force.bound_for, force.due, force.readied = "moving", body.place, body.due, None


@on(happened.ForceArrived)
def force_arrived(situation: Situation, event: Event, body: happened.ForceArrived) -> None:
    force = situation.forces[body.force]
    force.status, force.at, force.bound_for, force.due = "arrived", body.place, None, None


@on(happened.ForceCapable)
def force_capable(situation: Situation, event: Event, body: happened.ForceCapable) -> None:
    """Under national command it can be ordered elsewhere, and offered, from now on."""
    force = situation.forces[body.force]
    force.status, force.effective, force.destination = "capable", body.effective, None
    if event.measure is None:
        force.activated = None
        return
    measure = measure_of(situation, event)
    measure.capable = round(measure.capable + body.strength, 6)


@on(happened.ForceReturned)
def force_returned(situation: Situation, event: Event, body: happened.ForceReturned) -> None:
    force = situation.forces[body.force]
    force.status, force.effective, force.destination = "home", 0.0, None
    force.activated = force.readied = force.line = None


@on(happened.RequirementMet)
def requirement_met(situation: Situation, event: Event, body: happened.RequirementMet) -> None:
    measure_of(situation, event).met = event.time
