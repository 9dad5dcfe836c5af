"""What exercise control does, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay import names
from wargame.replay.telling.table import NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import hours_words, percent


@says(happened.InjectScheduled)
def inject_scheduled(t: Teller, event: Event, body: happened.InjectScheduled) -> Told:
    return Told(ROUTINE, f"Inject {t.inject(body.inject)} is due {t.when(body.due)}")


@says(happened.InjectFired)
def inject_fired(t: Teller, event: Event, body: happened.InjectFired) -> Told:
    return Told(ROUTINE, "Injects fired: ", t.inject(body.inject))


@says(happened.InjectSkipped)
def inject_skipped(t: Teller, event: Event, body: happened.InjectSkipped) -> Told:
    return Told(NOTABLE, "Injects left out, since what they must not follow had happened: ", t.inject(body.inject))


@says(happened.InjectHeld)
def inject_held(t: Teller, event: Event, body: happened.InjectHeld) -> Told:
    return Told(NOTABLE, "Injects held back: ", t.inject(body.inject))


@says(happened.InjectEdited)
def inject_edited(t: Teller, event: Event, body: happened.InjectEdited) -> Told:
    return Told(NOTABLE, "Injects edited: ", body.inject.id)


@says(happened.InjectAdded)
def inject_added(t: Teller, event: Event, body: happened.InjectAdded) -> Told:
    return Told(NOTABLE, "Injects added: ", body.inject.id)


@says(happened.IncidentScripted)
def incident_scripted(t: Teller, event: Event, body: happened.IncidentScripted) -> Told:
    where = f" at {t.place(body.at)}" if body.at is not None else ""
    return Told(
        WEIGHTY, f"By inject {t.who(body.adversary)} strikes {t.who(body.nation)}{where}: {names.MEANS[body.means]}"
    )


@says(happened.AggressionScripted)
def aggression_scripted(t: Teller, event: Event, body: happened.AggressionScripted) -> Told:
    return Told(WEIGHTY, f"By inject {t.who(body.adversary)} attacks {t.objective(body.objective)}")


@says(happened.SupportScripted)
def support_scripted(t: Teller, event: Event, body: happened.SupportScripted) -> Told:
    moved = f"{'rises' if body.change >= 0 else 'falls'} by {percent(abs(body.change))}"
    return Told(NOTABLE, f"By inject domestic support of {t.who(body.nation)} {moved}")


@says(happened.AdjudicationOverridden)
def adjudication_overridden(t: Teller, event: Event, body: happened.AdjudicationOverridden) -> Told:
    what = f"event {body.event}" if body.event is not None else f"the rating of {body.training}"
    return Told(WEIGHTY, f"Exercise control overruled {what}: {body.outcome}, because {body.reason}")


@says(happened.TurnExtended)
def turn_extended(t: Teller, event: Event, body: happened.TurnExtended) -> Told:
    return Told(NOTABLE, f"Exercise control lets the turn last {hours_words(body.hours)} longer")


@says(happened.Reseeded)
def reseeded(t: Teller, event: Event, body: happened.Reseeded) -> Told:
    return Told(NOTABLE, f"Exercise control reseeded all luck with {body.salt}")


@says(happened.NoteWritten)
def note_written(t: Teller, event: Event, body: happened.NoteWritten) -> Told:
    return Told(ROUTINE, f"Exercise control noted: {body.text}")
