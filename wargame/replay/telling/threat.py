"""The adversary in words; most of it is for the umpire and the adversary alone."""

from wargame.model import happenings as happened
from wargame.model.adversary import LADDER
from wargame.model.event import Event
from wargame.replay import names
from wargame.replay.telling.table import FLASH, NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import percent, plain_words

ACTS = {"hold": "hold", "climb": "climb", "back_down": "back down", "attack": "attack"}
WHY = {
    "statement": "words of the allies",
    "commitment": "a public commitment",
    "unanimity": "a unanimous decision",
    "unanswered": "a step that nobody answered",
    "broken": "a broken silence",
    "withdrawn": "an offer that was withdrawn",
}


@says(happened.AdversaryPrepared)
def adversary_prepared(t: Teller, event: Event, body: happened.AdversaryPrepared) -> Told:
    return Told(
        NOTABLE,
        f"{t.who(body.adversary)} is of the type {body.type} and is after {t.objective(body.objective)}; it begins at "
        f"rung {body.rung}, {percent(body.mobilisation)} mobilised",
    )


@says(happened.AdversaryChose)
def adversary_chose(t: Teller, event: Event, body: happened.AdversaryChose) -> Told | None:
    if body.act == "hold":
        return None
    chosen = next((each.probability for each in body.options if each.act == body.act), None)
    odds = "" if chosen is None else f" (it was {percent(chosen)} probable)"
    return Told(NOTABLE, f"{t.who(body.adversary)} chose to {ACTS.get(body.act, plain_words(body.act))}{odds}")


@says(happened.RungChanged)
def rung_changed(t: Teller, event: Event, body: happened.RungChanged) -> Told:
    way = "climbed" if body.new > body.old else "stepped down"
    return Told(WEIGHTY, f"{t.who(body.adversary)} {way} from rung {body.old} to {body.new}, {LADDER[body.new]}")


@says(happened.ResolveRevised)
def resolve_revised(t: Teller, event: Event, body: happened.ResolveRevised) -> Told:
    more = "more" if body.change >= 0 else "less"
    why = WHY.get(body.why, plain_words(body.why))
    return Told(ROUTINE, f"{t.who(body.adversary)} takes the allies {more} seriously after {why} ({body.change:+.2f})")


@says(happened.ClashHappened)
def clash_happened(t: Teller, event: Event, body: happened.ClashHappened) -> Told:
    return Told(FLASH, f"{'Serious clash' if body.serious else 'Clash'} with forces of {t.who(body.adversary)}")


@says(happened.CrisisCalmed)
def crisis_calmed(t: Teller, event: Event, body: happened.CrisisCalmed) -> Told:
    return Told(WEIGHTY, f"The crisis with {t.who(body.adversary)} has calmed")


@says(happened.HybridAttackMade)
def hybrid_attack_made(t: Teller, event: Event, body: happened.HybridAttackMade) -> Told:
    where = f" at {t.place(body.at)}" if body.at is not None else ""
    return Told(
        WEIGHTY,
        f"{t.who(body.adversary)} struck {t.who(body.nation)}{where} below the threshold of war: "
        f"{names.MEANS[body.means]}",
    )
