"""What a Situation becomes by the adversary's moves."""

from wargame.model import happenings as happened
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import AdversaryState, Situation


@on(happened.AdversaryPrepared)
def adversary_prepared(situation: Situation, event: Event, body: happened.AdversaryPrepared) -> None:
    situation.adversaries[body.adversary] = AdversaryState(
        type=body.type,
        objective=body.objective,
        rung=body.rung,
        since=event.time,
        mobilisation=body.mobilisation,
        top=body.rung,
    )


@on(happened.AdversaryChose)
def adversary_chose(situation: Situation, event: Event, body: happened.AdversaryChose) -> None:
    situation.adversaries[body.adversary].resolve = body.resolve


@on(happened.RungChanged)
def rung_changed(situation: Situation, event: Event, body: happened.RungChanged) -> None:
    adversary = situation.adversaries[body.adversary]
    adversary.rung, adversary.since, adversary.mobilisation = body.new, event.time, body.mobilisation
    adversary.top = max(adversary.top, body.new)


@on(happened.ResolveRevised)
def resolve_revised(situation: Situation, event: Event, body: happened.ResolveRevised) -> None:
    adversary = situation.adversaries[body.adversary]
    adversary.words, adversary.words_since = body.words, event.time


@on(happened.ClashHappened)
def clash_happened(situation: Situation, event: Event, body: happened.ClashHappened) -> None:
    situation.clashes += 1


@on(happened.HybridAttackMade)
def hybrid_attack_made(situation: Situation, event: Event, body: happened.HybridAttackMade) -> None:
    adversary = situation.adversaries[body.adversary]
    adversary.hybrid, adversary.hybrid_since = body.level, event.time
