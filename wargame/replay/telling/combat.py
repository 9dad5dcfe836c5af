"""An attack and the fight for an objective, in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay.telling.table import FLASH, NOTABLE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import listed, percent


@says(happened.AttackBegan)
def attack_began(t: Teller, event: Event, body: happened.AttackBegan) -> Told:
    return Told(FLASH, f"ATTACK: {t.who(body.adversary)} attacks {t.objective(body.objective)}")


@says(happened.HonourDecided)
def honour_decided(t: Teller, event: Event, body: happened.HonourDecided) -> Told:
    if body.fights:
        return Told(WEIGHTY, "Fighting for the ally under attack: ", t.who(body.nation))
    return Told(WEIGHTY, "NOT fighting for the ally under attack: ", t.who(body.nation))


@says(happened.ObjectiveContested)
def objective_contested(t: Teller, event: Event, body: happened.ObjectiveContested) -> Told:
    text = f"{t.objective(body.objective)}: {percent(body.held)} in the adversary's hands"
    return Told(WEIGHTY, text, topic=f"hold on {body.objective}")


@says(happened.ObjectiveDecided)
def objective_decided(t: Teller, event: Event, body: happened.ObjectiveDecided) -> Told:
    held = percent(body.held)
    return Told(FLASH, f"The fight for {t.objective(body.objective)} is over: {held} in the adversary's hands")


@says(happened.ForceCommitted)
def force_committed(t: Teller, event: Event, body: happened.ForceCommitted) -> Told:
    return Told(
        WEIGHTY, f"{t.who(body.nation)} sends into the battle for {t.objective(body.objective)}: ", t.force(body.force)
    )


@says(happened.ForceEngaged)
def force_engaged(t: Teller, event: Event, body: happened.ForceEngaged) -> Told:
    return Told(NOTABLE, f"Fighting for {t.objective(body.objective)} from now on: ", t.force(body.force))


@says(happened.CounterAttackBegan)
def counter_attack_began(t: Teller, event: Event, body: happened.CounterAttackBegan) -> Told:
    return Told(
        WEIGHTY,
        f"Counter-attack to retake {t.objective(body.objective)}: {listed([t.force(each) for each in body.forces])}",
    )


@says(happened.ForceEvacuated)
def force_evacuated(t: Teller, event: Event, body: happened.ForceEvacuated) -> Told:
    to = f"to {t.place(body.to)}, due {t.when(body.due)}"
    return Told(WEIGHTY, f"{t.force(body.force)} leaves the battle for {t.objective(body.objective)}, {to}")


@says(happened.EvacuationEnded)
def evacuation_ended(t: Teller, event: Event, body: happened.EvacuationEnded) -> Told:
    return Told(NOTABLE, f"Out of the battle and at {t.place(body.at)}: ", t.force(body.force))


@says(happened.CeaseFireOffered)
def cease_fire_offered(t: Teller, event: Event, body: happened.CeaseFireOffered) -> Told:
    return Told(FLASH, f"The {body.side} offers a cease-fire at {t.objective(body.objective)} where the forces stand")


@says(happened.CeaseFireRefused)
def cease_fire_refused(t: Teller, event: Event, body: happened.CeaseFireRefused) -> Told:
    return Told(WEIGHTY, f"The {body.side} refuses a cease-fire at {t.objective(body.objective)}")


@says(happened.CeaseFireAgreed)
def cease_fire_agreed(t: Teller, event: Event, body: happened.CeaseFireAgreed) -> Told:
    held = percent(body.held)
    return Told(FLASH, f"CEASE-FIRE at {t.objective(body.objective)}, {held} of it in the adversary's hands")
