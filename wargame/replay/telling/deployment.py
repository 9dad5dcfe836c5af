"""Forces on their way, in words."""

from math import fsum

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay.telling.table import NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import listed, plain_words, sentence


@says(happened.ForceOffered)
def force_offered(t: Teller, event: Event, body: happened.ForceOffered) -> Told:
    caveats = f" ({listed([plain_words(each) for each in body.caveats])})" if body.caveats else ""
    return Told(NOTABLE, f"{t.measure(event)}: offered ", t.force(body.force) + caveats)


@says(happened.OfferWithdrawn)
def offer_withdrawn(t: Teller, event: Event, body: happened.OfferWithdrawn) -> Told:
    return Told(WEIGHTY, f"{t.measure(event)}: offer WITHDRAWN of ", t.force(body.force))


@says(happened.ForceReadied)
def force_readied(t: Teller, event: Event, body: happened.ForceReadied) -> Told:
    return Told(NOTABLE, "Notice runs from now for ", t.force(body.force))


@says(happened.MandateSought)
def mandate_sought(t: Teller, event: Event, body: happened.MandateSought) -> Told:
    return Told(NOTABLE, f"{t.measure(event)}: mandate sought by ", t.who(body.nation))


@says(happened.MandateDecided)
def mandate_decided(t: Teller, event: Event, body: happened.MandateDecided) -> Told:
    weight = NOTABLE if body.granted else WEIGHTY
    return Told(
        weight, f"{t.measure(event)}: mandate {'granted' if body.granted else 'REFUSED'} in ", t.who(body.nation)
    )


@says(happened.ActivationOrdered)
def activation_ordered(t: Teller, event: Event, body: happened.ActivationOrdered) -> Told:
    forces = f"{len(body.forces)} force{'s' if len(body.forces) != 1 else ''}"
    by = t.who(body.by)
    return Told(WEIGHTY, f"Activation ordered by {by} for {t.measure(event)}: {forces}, {body.strength:g} BE")


@says(happened.ReinforcementAnnounced)
def reinforcement_announced(t: Teller, event: Event, body: happened.ReinforcementAnnounced) -> Told:
    return Told(WEIGHTY, f"The alliance announces a reinforcement of {body.strength:g} BE to {t.place(body.place)}")


@says(happened.NoticeServed)
def notice_served(t: Teller, event: Event, body: happened.NoticeServed) -> Told:
    return Told(ROUTINE, "Ready to load: ", t.force(body.force))


@says(happened.MovementRefused)
def movement_refused(t: Teller, event: Event, body: happened.MovementRefused) -> Told:
    return Told(WEIGHTY, f"{t.force(body.force)} may not move: {sentence(body.reason).rstrip('.')}")


@says(happened.LoadingBegan)
def loading_began(t: Teller, event: Event, body: happened.LoadingBegan) -> Told:
    return Told(ROUTINE, f"Loading for {body.mode}: ", t.force(body.force))


@says(happened.ForceLoaded)
def force_loaded(t: Teller, event: Event, body: happened.ForceLoaded) -> Told:
    return Told(ROUTINE, "Loaded: ", t.force(body.force))


@says(happened.ForceDeparted)
def force_departed(t: Teller, event: Event, body: happened.ForceDeparted) -> Told:
    return Told(NOTABLE, f"{t.force(body.force)} left for {t.place(body.place)} by {body.mode}, due {t.when(body.due)}")


@says(happened.ForceArrived)
def force_arrived(t: Teller, event: Event, body: happened.ForceArrived) -> Told:
    return Told(
        NOTABLE, f"{'Debarked' if body.debarked else 'Arrived'} at {t.place(body.place)}: ", t.force(body.force)
    )


@says(happened.ForceCapable)
def force_capable(t: Teller, event: Event, body: happened.ForceCapable) -> Told:
    return Told(WEIGHTY, "CAPABLE: ", f"{t.force(body.force)}, {body.strength:g} BE")


@says(happened.RequirementMet)
def requirement_met(t: Teller, event: Event, body: happened.RequirementMet) -> Told:
    return Told(WEIGHTY, f"The requirement of {t.measure(event)} is MET: {body.strength:g} BE are capable")


@says(happened.ActivationWarned)
def activation_warned(t: Teller, event: Event, body: happened.ActivationWarned) -> Told:
    return Told(WEIGHTY, f"Activation warning for {t.measure(event)}: forces on offer serve their notice from now on")


@says(happened.RequirementsStated)
def requirements_stated(t: Teller, event: Event, body: happened.RequirementsStated) -> Told:
    lines = [f"{plain_words(each.capability)} {each.strength:g} BE at {t.place(each.at)}" for each in body.lines]
    return Told(WEIGHTY, f"Statement of requirements for {t.measure(event)}: {listed(lines)}")


@says(happened.RoundOpened)
def round_opened(t: Teller, event: Event, body: happened.RoundOpened) -> Told:
    lacking = fsum(body.lacking)
    return Told(NOTABLE, f"Force generation for {t.measure(event)}, round {body.round}: {lacking:g} BE are lacking")


@says(happened.RequirementsFilled)
def requirements_filled(t: Teller, event: Event, body: happened.RequirementsFilled) -> Told:
    return Told(WEIGHTY, f"Offers fill the requirements of {t.measure(event)}")


@says(happened.ForceHeldBack)
def force_held_back(t: Teller, event: Event, body: happened.ForceHeldBack) -> Told:
    return Told(
        WEIGHTY, f"Not activated for {t.measure(event)}, caveat {plain_words(body.caveat)}: ", t.force(body.force)
    )


@says(happened.MoveOrdered)
def move_ordered(t: Teller, event: Event, body: happened.MoveOrdered) -> Told:
    return Told(
        NOTABLE, f"{t.who(body.nation)} orders to {t.place(body.place)} under its own command: ", t.force(body.force)
    )


@says(happened.MovementDetected)
def movement_detected(t: Teller, event: Event, body: happened.MovementDetected) -> Told:
    return Told(NOTABLE, f"The adversary detects {body.strength:g} BE on the way to {t.place(body.place)}")


@says(happened.ForceReturned)
def force_returned(t: Teller, event: Event, body: happened.ForceReturned) -> Told:
    return Told(NOTABLE, "Home again and free: ", t.force(body.force))


@says(happened.PermissionAsked)
def permission_asked(t: Teller, event: Event, body: happened.PermissionAsked) -> Told:
    return Told(NOTABLE, f"{_grant(t, body.what, body.by, body.at)} asked for by ", t.who(body.nation))


@says(happened.PermissionGiven)
def permission_given(t: Teller, event: Event, body: happened.PermissionGiven) -> Told:
    return Told(NOTABLE, f"{_grant(t, body.what, body.by, body.at)} GIVEN to ", t.all_of(body.nations))


@says(happened.PermissionRefused)
def permission_refused(t: Teller, event: Event, body: happened.PermissionRefused) -> Told:
    return Told(WEIGHTY, f"{_grant(t, body.what, body.by, body.at)} REFUSED to ", t.who(body.nation))


def _grant(t: Teller, what: str, by: str, at: str) -> str:
    """`Access to Kelda (Aldva)`, `Transit through the Lagoon Republic`."""
    if what == "access":
        return f"Access to {t.place(at)}" + (f" ({t.who(by)})" if by else "")
    return f"Transit through {t.who(by)}" if by else f"Border crossing to {t.place(at)}"


@says(happened.LiftPrioritySet)
def lift_priority_set(t: Teller, event: Event, body: happened.LiftPrioritySet) -> Told:
    return Told(NOTABLE, f"Lift serves first: {listed([t.force(each) for each in body.forces])}")


@says(happened.PortPrioritySet)
def port_priority_set(t: Teller, event: Event, body: happened.PortPrioritySet) -> Told:
    return Told(NOTABLE, f"{t.place(body.place)} handles first: {listed([t.force(each) for each in body.forces])}")
