"""What a Situation becomes by forces on their way."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import measure_of, on
from wargame.model.situation import Situation


@on(happened.ForceOffered)
def force_offered(situation: Situation, event: Event, body: happened.ForceOffered) -> None:
    measure_of(situation, event).offers.append(body.force)
    situation.forces[body.force].offered = event.measure


@on(happened.OfferWithdrawn)
def offer_withdrawn(situation: Situation, event: Event, body: happened.OfferWithdrawn) -> None:
    measure_of(situation, event).offers.remove(body.force)
    situation.forces[body.force].offered = None


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


@on(happened.ActivationOrdered)
def activation_ordered(situation: Situation, event: Event, body: happened.ActivationOrdered) -> None:
    measure = measure_of(situation, event)
    measure.activated, measure.accepted = event.time, body.strength
    for force in body.forces:
        state = situation.forces[force]
        state.activated, state.status = event.time, "notice"


@on(happened.ReinforcementAnnounced)
def reinforcement_announced(situation: Situation, event: Event, body: happened.ReinforcementAnnounced) -> None:
    situation.announced.append((event.time, body.place, body.strength))


@on(happened.NoticeServed)
def notice_served(situation: Situation, event: Event, body: happened.NoticeServed) -> None:
    situation.forces[body.force].status = "waiting"


@on(happened.MovementRefused)
def movement_refused(situation: Situation, event: Event, body: happened.MovementRefused) -> None:
    measure, force = measure_of(situation, event), situation.forces[body.force]
    measure.accepted = round(measure.accepted - body.strength, 6)
    if body.force in measure.offers:
        measure.offers.remove(body.force)
    force.status, force.offered, force.activated = "refused", None, None


@on(happened.LoadingBegan)
def loading_began(situation: Situation, event: Event, body: happened.LoadingBegan) -> None:
    situation.forces[body.force].status = "loading"


@on(happened.ForceDeparted)
def force_departed(situation: Situation, event: Event, body: happened.ForceDeparted) -> None:
    force = situation.forces[body.force]
    force.status, force.bound_for, force.due = "moving", body.place, body.due


@on(happened.ForceArrived)
def force_arrived(situation: Situation, event: Event, body: happened.ForceArrived) -> None:
    force = situation.forces[body.force]
    force.status, force.at, force.bound_for, force.due = "arrived", body.place, None, None


@on(happened.ForceCapable)
def force_capable(situation: Situation, event: Event, body: happened.ForceCapable) -> None:
    force = situation.forces[body.force]
    force.status, force.effective = "capable", body.effective
    measure = measure_of(situation, event)
    measure.capable = round(measure.capable + body.strength, 6)


@on(happened.RequirementMet)
def requirement_met(situation: Situation, event: Event, body: happened.RequirementMet) -> None:
    measure_of(situation, event).met = event.time
