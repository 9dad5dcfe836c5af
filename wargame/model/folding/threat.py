"""What a Situation becomes by the adversary's moves."""

from wargame.model import happenings as happened
from wargame.model.adversary import LIMITED_WAR
from wargame.model.event import Event
from wargame.model.folding.table import on
from wargame.model.situation import AdversaryState, Situation, Words


@on(happened.AdversaryPrepared)
def adversary_prepared(situation: Situation, event: Event, body: happened.AdversaryPrepared) -> None:
    situation.adversaries[body.adversary] = AdversaryState(
        type=body.type,
        objective=body.objective,
        rung=body.rung,
        since=event.time,
        mobilisation=body.mobilisation,
        words=body.words,
        words_since=event.time,
        hybrid=body.hybrid,
        hybrid_since=event.time,
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
    adversary.over = adversary.over and body.new <= body.old
    adversary.at_war = body.new >= LIMITED_WAR
    if body.new > body.old:
        adversary.climbed = event.time
    if body.mediated:
        adversary.mediated = event.time


@on(happened.ResolveRevised)
def resolve_revised(situation: Situation, event: Event, body: happened.ResolveRevised) -> None:
    adversary = situation.adversaries[body.adversary]
    if body.ally is None:
        adversary.words, adversary.words_since = body.words, event.time
    else:
        adversary.own_words[body.ally] = Words(body.words, event.time, body.wearing)


@on(happened.ClashHappened)
def clash_happened(situation: Situation, event: Event, body: happened.ClashHappened) -> None:
    situation.clashes += 1


@on(happened.CrisisCalmed)
def crisis_calmed(situation: Situation, event: Event, body: happened.CrisisCalmed) -> None:
    situation.adversaries[body.adversary].over = True


@on(happened.HybridAttackMade)
def hybrid_attack_made(situation: Situation, event: Event, body: happened.HybridAttackMade) -> None:
    adversary = situation.adversaries[body.adversary]
    adversary.hybrid, adversary.hybrid_since = body.level, event.time


@on(happened.FeintBegan)
def feint_began(situation: Situation, event: Event, body: happened.FeintBegan) -> None:
    situation.adversaries[body.adversary].feint_until = body.until


@on(happened.AllyWedged)
def ally_wedged(situation: Situation, event: Event, body: happened.AllyWedged) -> None:
    """The ally knows of it without knowing the adversary's mind."""
    situation.wedged[body.nation] = situation.wedged.get(body.nation, 0) + 1


@on(happened.RedTookCommand)
def red_took_command(situation: Situation, event: Event, body: happened.RedTookCommand) -> None:
    situation.adversaries[body.adversary].commanded = True


@on(happened.RulesSet)
def rules_set(situation: Situation, event: Event, body: happened.RulesSet) -> None:
    if body.force is None:
        situation.engagement.nations[body.nation] = body.rules
    else:
        situation.engagement.forces[body.force] = body.rules
