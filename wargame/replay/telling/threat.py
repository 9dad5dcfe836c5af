"""The adversary in words; most of it is for the umpire and the adversary alone."""

from wargame.model import happenings as happened
from wargame.model.adversary import LADDER
from wargame.model.event import Event
from wargame.replay import names
from wargame.replay.telling.table import FLASH, NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import percent, plain_words

WHY = {
    "statement": "words of the allies",
    "sanctions": "sanctions",
    "commitment": "a public commitment",
    "unanimity": "a unanimous decision",
    "violence": "how violence was met",
    "unanswered": "a step that nobody answered",
    "empty": "a commitment without forces behind it",
    "backed": "forces behind a commitment",
    "unfulfilled": "a commitment that was not fulfilled",
    "concession": "a concession",
    "broken": "a broken silence",
    "withdrawn": "an offer that was withdrawn",
    "wedge": "a wedge driven between allies",
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
    how = "ordered to" if body.ordered else "chose to"
    return Told(NOTABLE, f"{t.who(body.adversary)} {how} {plain_words(body.act)}{odds}")


@says(happened.RungChanged)
def rung_changed(t: Teller, event: Event, body: happened.RungChanged) -> Told:
    way = "climbed" if body.new > body.old else "stepped down"
    why = ", brought to it by mediators" if body.mediated else ""
    return Told(WEIGHTY, f"{t.who(body.adversary)} {way} from rung {body.old} to {body.new}, {LADDER[body.new]}{why}")


@says(happened.ResolveRevised)
def resolve_revised(t: Teller, event: Event, body: happened.ResolveRevised) -> Told:
    more = "more" if body.change >= 0 else "less"
    why = WHY.get(body.why, plain_words(body.why))
    whom = "the allies" if body.ally is None else t.who(body.ally)
    return Told(ROUTINE, f"{t.who(body.adversary)} takes {whom} {more} seriously: {why} ({body.change:+.2f})")


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


@says(happened.FeintBegan)
def feint_began(t: Teller, event: Event, body: happened.FeintBegan) -> Told:
    against = f"against {t.objective(body.objective)} until {t.when(body.until)}"
    return Told(WEIGHTY, f"{t.who(body.adversary)} feigns preparations {against}")


@says(happened.AllyWedged)
def ally_wedged(t: Teller, event: Event, body: happened.AllyWedged) -> Told:
    return Told(WEIGHTY, f"{t.who(body.adversary)} courts and threatens {t.who(body.nation)} alone")


@says(happened.RedTookCommand)
def red_took_command(t: Teller, event: Event, body: happened.RedTookCommand) -> Told:
    return Told(NOTABLE, f"A seat commands {t.who(body.adversary)} from now on; it does nothing of itself")


@says(happened.RulesSet)
def rules_set(t: Teller, event: Event, body: happened.RulesSet) -> Told:
    whose = f"for {t.force(body.force)} of " if body.force is not None else "of "
    return Told(NOTABLE, f"Rules of engagement {body.rules} {whose}", t.who(body.nation))
