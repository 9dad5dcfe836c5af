"""Disruptions, repair and attribution in words."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.replay import names
from wargame.replay.telling.table import NOTABLE, ROUTINE, WEIGHTY, Teller, Told, says
from wargame.replay.wording import percent


@says(happened.AccidentHappened)
def accident_happened(t: Teller, event: Event, body: happened.AccidentHappened) -> Told:
    return Told(NOTABLE, f"An accident in {t.who(body.nation)} that nobody meant: {names.MEANS[body.means]}")


@says(happened.IncidentNoticed)
def incident_noticed(t: Teller, event: Event, body: happened.IncidentNoticed) -> Told:
    where = f" at {t.place(body.at)}" if body.at is not None else ""
    looks = f"it looks like {names.MEANS[body.means]}, bite {percent(body.bite)}"
    return Told(WEIGHTY, f"Incident {body.incident} in {t.who(body.nation)}{where}: {looks}; author unknown")


@says(happened.IncidentOver)
def incident_over(t: Teller, event: Event, body: happened.IncidentOver) -> Told:
    return Told(NOTABLE, f"Incidents of {t.who(body.nation)} that no longer bear: ", body.incident)


@says(happened.PlaceDamaged)
def place_damaged(t: Teller, event: Event, body: happened.PlaceDamaged) -> Told:
    return Told(WEIGHTY, f"{t.place(body.place)} is damaged: {percent(body.damage)} of its throughput is lost")


@says(happened.PlaceRepaired)
def place_repaired(t: Teller, event: Event, body: happened.PlaceRepaired) -> Told:
    left = "all of its throughput is back" if body.damage == 0.0 else f"{percent(body.damage)} is still lost"
    return Told(NOTABLE, f"{t.place(body.place)} is repaired: {left}")


@says(happened.RepairBegan)
def repair_began(t: Teller, event: Event, body: happened.RepairBegan) -> Told:
    return Told(NOTABLE, f"Repairing {t.place(body.place)}: ", t.force(body.force))


@says(happened.NetworksDefended)
def networks_defended(t: Teller, event: Event, body: happened.NetworksDefended) -> Told:
    return Told(NOTABLE, f"Defending networks of {t.who(body.nation)}: ", t.force(body.force))


@says(happened.ErrandEnded)
def errand_ended(t: Teller, event: Event, body: happened.ErrandEnded) -> Told:
    return Told(NOTABLE, f"Free again at {t.place(body.at)}: ", t.force(body.force))


@says(happened.ResilienceBuilt)
def resilience_built(t: Teller, event: Event, body: happened.ResilienceBuilt) -> Told:
    return Told(ROUTINE, f"Resilience of {t.who(body.nation)} grows from {percent(body.now)} to {percent(body.aim)}")


@says(happened.AttributionReached)
def attribution_reached(t: Teller, event: Event, body: happened.AttributionReached) -> Told:
    author = "an accident" if body.adversary is None else f"the work of {t.who(body.adversary)}"
    sure = percent(body.confidence)
    return Told(WEIGHTY, f"Services of {t.who(body.nation)} hold {body.incident} to be {author} ({sure} sure)")


@says(happened.AccusationMade)
def accusation_made(t: Teller, event: Event, body: happened.AccusationMade) -> Told:
    return Told(
        ROUTINE, f"{t.who(body.nation)} resolved to name {t.who(body.adversary)} as the author of {body.incident}"
    )


@says(happened.AttackAttributed)
def attack_attributed(t: Teller, event: Event, body: happened.AttackAttributed) -> Told:
    what = names.MEANS[body.means]
    return Told(WEIGHTY, f"{t.who(body.nation)} accuses {t.who(body.adversary)} in public: {what} was its work")


@says(happened.AccusationDisproved)
def accusation_disproved(t: Teller, event: Event, body: happened.AccusationDisproved) -> Told:
    return Told(WEIGHTY, f"It came out that {t.who(body.nation)} had accused {t.who(body.adversary)} wrongly")


@says(happened.PlotFoiled)
def plot_foiled(t: Teller, event: Event, body: happened.PlotFoiled) -> Told:
    return Told(NOTABLE, "Sabotage quietly prevented in ", t.who(body.nation))
