"""The council and what is said in public, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay import names
from wargame.replay.telling.table import NOTABLE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import hours_words, listed, percent, plain_words

STANDS = {
    "accept": ("accepted by ", ""),
    "accept_with_caveat": ("accepted with a caveat by ", ""),
    "abstain": ("abstention of ", ""),
    "break": ("SILENCE BROKEN by ", ""),
}


@says(happened.ConsultationCalled)
def consultation_called(t: Teller, event: Event, body: happened.ConsultationCalled) -> Told:
    return Told(WEIGHTY, "Consultation called by ", t.who(body.nation))


@says(happened.CouncilConvened)
def council_convened(t: Teller, event: Event, body: happened.CouncilConvened) -> Told:
    return Told(WEIGHTY, "The council has met; measures can be tabled")


@says(happened.MeasureTabled)
def measure_tabled(t: Teller, event: Event, body: happened.MeasureTabled) -> Told:
    return Told(WEIGHTY, f"{event.measure} tabled by {t.who(body.by)}: {names.measure(t.scenario, body.text)}")


@says(happened.SilenceSet)
def silence_set(t: Teller, event: Event, body: happened.SilenceSet) -> Told:
    by = t.who(body.by)
    return Told(NOTABLE, f"Silence of {hours_words(body.hours)} set by {by} on ", t.measure(event))


@says(happened.SilenceBegan)
def silence_began(t: Teller, event: Event, body: happened.SilenceBegan) -> Told:
    return Told(WEIGHTY, f"{t.measure(event)} is under silence until {t.when(body.until)}")


@says(happened.PositionTaken)
def position_taken(t: Teller, event: Event, body: happened.PositionTaken) -> Told:
    before, after = STANDS[body.position]
    caveats = f" ({listed([plain_words(each) for each in body.caveats])})" if body.caveats else ""
    weight = WEIGHTY if body.position == "break" else NOTABLE
    return Told(weight, f"{t.measure(event)}: {before}", t.who(body.nation) + caveats, after)


@says(happened.TimeAsked)
def time_asked(t: Teller, event: Event, body: happened.TimeAsked) -> Told:
    until = t.when(body.until)
    asked = f"{t.measure(event)}: more time, until {until}, asked for want of instructions by "
    return Told(NOTABLE, asked, t.who(body.nation))


@says(happened.MeasureAdopted)
def measure_adopted(t: Teller, event: Event, body: happened.MeasureAdopted) -> Told:
    return Told(WEIGHTY, f"{t.measure(event)} ADOPTED{', nobody against' if body.unanimous else ''}")


@says(happened.MeasureFailed)
def measure_failed(t: Teller, event: Event, body: happened.MeasureFailed) -> Told:
    why = f"silence was broken by {t.all_of(body.by)}" if body.by else "the capitals sent no guidance in time"
    return Told(WEIGHTY, f"{t.measure(event)} FAILED; {why}")


@says(happened.AlertDeclared)
def alert_declared(t: Teller, event: Event, body: happened.AlertDeclared) -> Told:
    return Told(WEIGHTY, f"The alliance declares alert level {names.ALERTS[body.level]} ({body.level} of 3)")


@says(happened.StatementMade)
def statement_made(t: Teller, event: Event, body: happened.StatementMade) -> Told:
    if body.commits:
        return Told(WEIGHTY, "Publicly committed to the threatened ally's defence: ", t.who(body.by))
    return Told(NOTABLE, "Public statement of ", t.who(body.by))


@says(happened.MeasureAmended)
def measure_amended(t: Teller, event: Event, body: happened.MeasureAmended) -> Told:
    text = names.measure(t.scenario, body.text)
    return Told(WEIGHTY, f"{event.measure} amended by {t.who(body.by)}: now {text}; capitals send guidance anew")


@says(happened.Lobbied)
def lobbied(t: Teller, event: Event, body: happened.Lobbied) -> Told:
    position = plain_words(body.position)
    return Told(NOTABLE, f"{t.who(body.by)} lobbies for {position} on {t.measure(event)}: ", t.who(body.nation))


@says(happened.SidePaymentPromised)
def side_payment_promised(t: Teller, event: Event, body: happened.SidePaymentPromised) -> Told:
    what = f"{t.payment(body.currency, body.amount)} for {plain_words(body.position)} on {t.measure(event)}"
    return Told(WEIGHTY, f"{t.who(body.by)} promises {t.who(body.nation)} {what}")


@says(happened.SidePaymentMade)
def side_payment_made(t: Teller, event: Event, body: happened.SidePaymentMade) -> Told:
    paid = t.payment(body.currency, body.amount)
    return Told(NOTABLE, f"{t.who(body.by)} keeps its promise to {t.who(body.nation)}: {paid}")


@says(happened.SidePaymentForfeited)
def side_payment_forfeited(t: Teller, event: Event, body: happened.SidePaymentForfeited) -> Told:
    return Told(NOTABLE, f"{t.who(body.nation)} did not hold to its position and gets nothing from {t.who(body.by)}")


@says(happened.SilenceBroken)
def silence_broken(t: Teller, event: Event, body: happened.SilenceBroken) -> Told:
    until = f"it fails unless it is narrowed or taken elsewhere by {t.when(body.until)}"
    return Told(WEIGHTY, f"SILENCE BROKEN on {t.measure(event)} by {t.all_of(body.by)}; {until}")


@says(happened.MeasureNarrowed)
def measure_narrowed(t: Teller, event: Event, body: happened.MeasureNarrowed) -> Told:
    return Told(WEIGHTY, f"{event.measure} narrowed by {t.who(body.by)}: now {names.measure(t.scenario, body.text)}")


@says(happened.VenueChanged)
def venue_changed(t: Teller, event: Event, body: happened.VenueChanged) -> Told:
    who, left = t.all_of(body.members), percent(body.legitimacy)
    return Told(WEIGHTY, f"{t.measure(event)} is taken to a smaller circle: {who}; its legitimacy is {left}")


@says(happened.VenueAnnounced)
def venue_announced(t: Teller, event: Event, body: happened.VenueAnnounced) -> Told:
    return Told(WEIGHTY, f"Some members act without {t.all_of(body.absent)}")


@says(happened.MandateHastened)
def mandate_hastened(t: Teller, event: Event, body: happened.MandateHastened) -> Told:
    until = t.when(body.until)
    return Told(
        NOTABLE, f"{t.measure(event)}: mandate decided by {until} at the latest, hastened by ", t.who(body.nation)
    )
