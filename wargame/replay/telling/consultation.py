"""The council and what is said in public, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay import names
from wargame.replay.telling.table import NOTABLE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import hours_words, listed, plain_words

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
    return Told(NOTABLE, f"{t.measure(event)}: more time, until {until}, asked by ", t.who(body.nation))


@says(happened.MeasureAdopted)
def measure_adopted(t: Teller, event: Event, body: happened.MeasureAdopted) -> Told:
    return Told(WEIGHTY, f"{t.measure(event)} ADOPTED{', unanimously' if body.unanimous else ''}")


@says(happened.MeasureFailed)
def measure_failed(t: Teller, event: Event, body: happened.MeasureFailed) -> Told:
    by = f"; silence was broken by {t.all_of(body.by)}" if body.by else ""
    return Told(WEIGHTY, f"{t.measure(event)} FAILED{by}")


@says(happened.AlertDeclared)
def alert_declared(t: Teller, event: Event, body: happened.AlertDeclared) -> Told:
    return Told(WEIGHTY, f"The alliance declares alert level {names.ALERTS[body.level]} ({body.level} of 3)")


@says(happened.StatementMade)
def statement_made(t: Teller, event: Event, body: happened.StatementMade) -> Told:
    if body.commits:
        return Told(WEIGHTY, "Publicly committed to the threatened ally's defence: ", t.who(body.by))
    return Told(NOTABLE, "Public statement of ", t.who(body.by))
