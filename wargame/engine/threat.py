"""One adversary's hidden mind: how it prepares, chooses and carries out (`docs/model.md` section 4)."""

from dataclasses import fields, replace
from math import exp

from wargame.engine.beliefs import Beliefs, wedging
from wargame.engine.hybrid import strike, target
from wargame.engine.ladder import SEEN_BY_ADVERSARY, clash, step
from wargame.engine.talks import answer, make_offer
from wargame.engine.world import World
from wargame.model.adversary import CLASH, FULL_WAR, LIMITED_WAR, MOBILISATION, Adversary
from wargame.model.clock import DAY, HOUR, seconds
from wargame.model.doctrine import TypeParameters
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    ActKind,
    AdversaryChose,
    AdversaryPrepared,
    AggressionScripted,
    AllyWedged,
    Assured,
    AttackBegan,
    CollectiveDefenceFound,
    CrisisCalmed,
    ExerciseEnded,
    ExerciseStarted,
    FeintBegan,
    IncidentScripted,
    OfferAnswered,
    OfferMade,
    Option,
    RedTookCommand,
    ReinforcementAnnounced,
    RungChanged,
    SanctionsImposed,
    StatementMade,
    Will,
)
from wargame.model.scenario import Objective
from wargame.model.situation import AdversaryState, OfferState
from wargame.rules.belief import chance
from wargame.rules.choice import Choice, Opening, choices, margin
from wargame.rules.draw import choose, lognormal, normal
from wargame.rules.sanctions import dearer
from wargame.rules.talks import deal_kept, offer_worth, worth
from wargame.rules.threat import Standing, hybrid_of, mobilisation_of
from wargame.rules.utility import added, believed, hybrid_step, odds, weakest_link


class Threat:
    """One adversary and its hidden mind."""

    def __init__(self, world: World, adversary: Adversary) -> None:
        self.world, self.adversary = world, adversary
        self.parameters = world.scenario.doctrine.threat
        self.beliefs = Beliefs(world, adversary)
        self.objective: Objective = next(each for each in world.scenario.objectives if each.id == adversary.aim)
        self.strength = 0.0
        for force in adversary.forces:
            self.strength += force.strength
        self.type: TypeParameters = TypeParameters()
        self.active = True
        """Whether it still decides: not after it has attacked, nor when the crisis is over."""
        self.commanded = False
        """Whether a seat decides for it."""
        self.moved: Event | None = None
        """What it answers when it decides next."""
        self.due = 0
        """When it decides next."""
        self.planned = 0
        """Number of the decision planned last; an earlier plan is void."""
        self.decided_at = 0
        self.woken_at = -DAY
        self.low_since: int | None = None
        """Since when it has been at rung 1 or below."""
        world.when(ExerciseStarted, self.prepare)
        for kind in (ReinforcementAnnounced, StatementMade, CollectiveDefenceFound, SanctionsImposed, Assured):
            world.when(kind, self.wake)
        world.when(OfferMade, self.hear_offer)
        world.when(OfferAnswered, self.hear_answer)
        world.when(RungChanged, self.note_move)
        world.when(ExerciseEnded, self.take_over)
        world.when(AggressionScripted, self.follow_script)
        world.when(IncidentScripted, self.strike_by_script)

    # --- STARTEX ---------------------------------------------------------------------------------------------

    def prepare(self, event: Event, body: ExerciseStarted) -> None:
        """Who the adversary is this time is drawn from the scenario's prior, and its parameters around its type."""
        draw, name = self.world.draw, self.adversary.id
        prior = self.adversary.types
        chosen = prior[choose(draw(name, "type"), [each.probability for each in prior])].type
        median: TypeParameters = getattr(self.world.scenario.doctrine.types, chosen)
        sd = self.parameters.type_sd
        self.type = replace(
            median,
            **{
                each.name: getattr(median, each.name) * exp(sd * normal(draw(name, each.name)) - sd * sd / 2)
                for each in fields(median)
            },
        )
        prejudice = self.parameters.prejudice_sd * normal(draw(name, "prejudice"))
        self.moved = self.world.emit(
            AdversaryPrepared(
                adversary=name,
                type=chosen,
                objective=self.adversary.aim,
                rung=self.adversary.rung,
                mobilisation=self.adversary.mobilisation,
                words=round(prejudice, 6),
                hybrid=round(self.parameters.hybrid_start * self.adversary.hybrid, 6),
            ),
            None,
            SEEN_BY_ADVERSARY,
        )
        self.watch_calm()
        self.plan()

    @property
    def state(self) -> AdversaryState:
        """The adversary as it is."""
        return self.world.situation.adversaries[self.adversary.id]

    # --- deciding --------------------------------------------------------------------------------------------

    def plan(self) -> None:
        """Think again after a while, at its own pace."""
        days = lognormal(self.world.draw(self.adversary.id, "pace"), self.parameters.tempo, self.parameters.tempo_sd)
        self.think_in(max(HOUR, round(days * DAY)))

    def wake(self, event: Event, body: object) -> None:
        """An act of the alliance makes it think within the hour, but not more than every few hours."""
        if not self.active or self.commanded or self.world.now - self.woken_at < seconds(self.parameters.wake_hours):
            return
        self.woken_at, self.moved = self.world.now, event
        if self.due > self.world.now + HOUR:
            self.think_in(HOUR)

    def hear_offer(self, event: Event, body: OfferMade) -> None:
        if body.to == self.adversary.id:
            self.wake(event, body)

    def think_in(self, delay: int) -> None:
        """Decide then; whatever was planned before is void."""
        self.planned += 1
        self.due = self.world.now + delay
        self.world.call(delay, self.think, self.planned)

    def think(self, plan: int) -> None:
        if plan != self.planned or not self.active or self.commanded:
            return
        standing = self.standing()
        open_acts = self.open_acts(standing)
        drawn = choose(self.world.draw(self.adversary.id, "choice"), [each.probability for each in open_acts])
        act = open_acts[drawn].act
        assert self.moved is not None
        chose = self.choose(act, standing, open_acts, self.moved)
        self.carry_out(act, chose)
        self.refuse_hopeless(open_acts, chose)
        if self.active:
            self.plan()

    def open_acts(self, standing: Standing) -> tuple[Choice, ...]:
        days = (self.world.now - self.decided_at) / DAY
        return choices(self.parameters, self.type, standing, days, self.opening(standing))

    def choose(
        self, act: ActKind, standing: Standing, open_acts: tuple[Choice, ...], cause: Event, *, ordered: bool = False
    ) -> Event:
        """Say what it does, and how it weighed that."""
        odds_now = odds(self.parameters, standing, 0.0)
        present = added(self.parameters, standing)
        close = margin(standing, open_acts)
        body = AdversaryChose(
            adversary=self.adversary.id,
            act=act,
            options=tuple(
                Option(
                    act=each.act,
                    utility=round(each.utility, 6),
                    weight=round(each.weight, 6),
                    probability=round(each.probability, 6),
                )
                for each in open_acts
            ),
            resolve=round(believed(self.parameters, standing), 6),
            odds_alone=round(odds_now.alone, 6),
            odds_allied=round(odds_now.allied, 6),
            wills=tuple(
                Will(nation=each.nation, resolve=round(chance(each.logit + present), 6)) for each in standing.allies
            ),
            margin=None if close is None else round(close, 6),
            ordered=ordered,
        )
        chose = self.world.emit(body, cause, SEEN_BY_ADVERSARY)
        self.moved, self.decided_at = chose, self.world.now
        return chose

    # --- carrying out ----------------------------------------------------------------------------------------

    def carry_out(self, act: ActKind, chose: Event) -> None:
        match act:
            case "climb":
                self.climb(chose)
            case "back_down":
                step(self.world, self.adversary.id, self.state.rung - 1, chose)
            case "accept":
                best = max(self.offers(), key=self.worth_of)
                answer(self.world, best.body.offer, self.adversary.id, accepted=True, cause=chose)
            case "attack":
                self.attack(chose)
            case "hybrid":
                intensity = hybrid_step(self.parameters, self.standing())
                means = target(self.world, self.adversary, self.objective.owner)
                strike(self.world, self.adversary, chose, intensity, *means)
            case "feint":
                self.feint(chose)
            case "demand":
                self.demand(chose)
            case "wedge":
                nation = self.next_wedged(self.standing())
                assert nation is not None
                self.wedge(nation, chose)

    def climb(self, chose: Event) -> None:
        """Violence that it chooses makes it expect that the allies close ranks; silence makes it bolder."""
        rung = self.state.rung + 1
        if rung >= CLASH:
            clash(self.world, self.adversary.id, rung, chose)
            self.beliefs.believe(self.parameters.word_violence, "violence", chose)
        else:
            step(self.world, self.adversary.id, rung, chose)
        if rung >= MOBILISATION:
            delay = round(self.parameters.answer_days * DAY)
            self.world.call(delay, self.beliefs.unanswered, chose, rung)

    def follow_script(self, event: Event, body: AggressionScripted) -> None:
        """The master events list has it attack, whatever it would choose; it attacks once."""
        if body.adversary == self.adversary.id and self.world.situation.objectives[body.objective].attacked is None:
            self.attack(event)

    def strike_by_script(self, event: Event, body: IncidentScripted) -> None:
        """The master events list has it strike below the threshold of war."""
        if body.adversary == self.adversary.id:
            strike(self.world, self.adversary, event, body.intensity, body.means, body.nation, body.at)

    def attack(self, chose: Event) -> None:
        """Attacking is the last thing it decides; the allies' honour decides how large the war is."""
        self.active = self.beliefs.active = False
        began = self.world.emit(AttackBegan(adversary=self.adversary.id, objective=self.objective.id), chose, EVERYONE)
        helped = any(self.world.situation.honoured.values())
        step(self.world, self.adversary.id, FULL_WAR if helped else LIMITED_WAR, began)

    def feint(self, chose: Event) -> None:
        until = self.world.now + round(self.parameters.feint_days * DAY)
        body = FeintBegan(adversary=self.adversary.id, objective=self.objective.id, until=until)
        self.world.emit(body, chose, SEEN_BY_ADVERSARY)

    def demand(self, chose: Event) -> None:
        """It asks the owner for as much as a coerced concession is worth to it; in secret where it can."""
        to, name = self.objective.owner, self.adversary.id
        made = OfferMade(
            offer="",
            by=name,
            to=to,
            objective=self.objective.id,
            share=round(min(1.0, max(0.01, self.type.concession / self.adversary.value)), 2),
            until=self.world.now + round(self.parameters.demand_days * DAY),
            assurance="no_attack",
            secret=self.world.situation.talks.channel(to, name) is not None,
        )
        make_offer(self.world, made, chose)

    def wedge(self, nation: str, chose: Event) -> None:
        body = AllyWedged(adversary=self.adversary.id, nation=nation)
        self.world.emit(body, chose, (*SEEN_BY_ADVERSARY, nation))

    # --- talks -----------------------------------------------------------------------------------------------

    def offers(self) -> list[OfferState]:
        """Offers to it that stand; none while it keeps a deal."""
        if deal_kept(self.world.situation, self.adversary.id):
            return []
        offers = self.world.situation.talks.offers.values()
        return [each for each in offers if each.body.to == self.adversary.id and each.stands(self.world.now)]

    def worth_of(self, offer: OfferState) -> float:
        return offer_worth(self.world.scenario, self.world.situation, self.adversary.id, offer, self.world.now)

    def refuse_hopeless(self, open_acts: tuple[Choice, ...], chose: Event) -> None:
        """What it would hardly ever accept it refuses, so that the others know."""
        utility = {each.act: each.utility for each in open_acts}
        margin = self.world.scenario.doctrine.talks.refuse
        if "accept" in utility and utility["accept"] < utility["hold"] - margin:
            for offer in self.offers():
                answer(self.world, offer.body.offer, self.adversary.id, accepted=False, cause=chose)

    def hear_answer(self, event: Event, body: OfferAnswered) -> None:
        """A deal makes it step down, whoever offered it: two rungs when what it gets is worth it."""
        offer = self.world.situation.talks.offers[body.offer]
        if not body.accepted or self.adversary.id not in (offer.body.by, offer.body.to) or self.state.at_war:
            return
        credible = self.worth_of(offer) >= self.world.scenario.doctrine.talks.credible
        rung = max(0, self.state.rung - (2 if credible else 1))
        if rung < self.state.rung:
            step(self.world, self.adversary.id, rung, event)

    # --- calm ------------------------------------------------------------------------------------------------

    def note_move(self, event: Event, body: RungChanged) -> None:
        if body.adversary == self.adversary.id:
            self.moved = event
            self.watch_calm()

    def watch_calm(self) -> None:
        """A crisis is over after days at the bottom of the ladder, whichever of its two lowest rungs."""
        if self.state.rung > 1:
            self.low_since = None
        elif self.low_since is None:
            self.low_since = self.world.now
            self.world.call(round(self.parameters.calm_days * DAY), self.calm, self.low_since)

    def calm(self, since: int) -> None:
        """It is then over for good, unless a seat plays the adversary and climbs again."""
        if self.active and self.low_since == since:
            self.active = self.beliefs.active = self.commanded
            self.world.emit(CrisisCalmed(adversary=self.adversary.id), self.moved, SEEN_BY_ADVERSARY)

    # --- under command ---------------------------------------------------------------------------------------

    def take_command(self, cause: Event) -> None:
        """From a seat's first order on it does nothing of itself, while play lasts."""
        if not self.commanded:
            self.commanded = True
            self.world.emit(RedTookCommand(adversary=self.adversary.id), cause, SEEN_BY_ADVERSARY)

    def take_over(self, event: Event, body: ExerciseEnded) -> None:
        """After ENDEX it decides by itself again."""
        if self.commanded:
            self.commanded = False
            self.active = self.beliefs.active = self.active and not self.state.over
            if self.active:
                self.plan()

    # --- what its choice depends on --------------------------------------------------------------------------

    def standing(self) -> Standing:
        world, state = self.world, self.state
        kept = 1.0 - world.situation.objectives[self.objective.id].conceded
        return Standing(
            rung=state.rung,
            rung_days=(world.now - state.since) / DAY,
            mobilisation=mobilisation_of(self.parameters, state, world.now),
            strength=self.strength,
            defence=self.objective.defence,
            value=self.adversary.value * kept,
            allies=self.beliefs.allies(),
            reinforcements=self.beliefs.reinforcements(),
            hybrid=hybrid_of(self.parameters, state, world.now),
            offer=worth(world.scenario, world.situation, self.adversary.id, world.now),
            dearer=dearer(world.scenario, world.situation, self.adversary.id, world.now),
        )

    def opening(self, standing: Standing) -> Opening:
        """What is open to it beside the ladder."""
        state, now = self.state, self.world.now
        rested = self.parameters.mediation_calm_days * DAY
        nation = self.next_wedged(standing)
        return Opening(
            climbing=state.mediated is None or now - state.mediated >= rested,
            offered=bool(self.offers()),
            hybrid=self.adversary.hybrid,
            deception=self.adversary.deception if now >= state.feint_until else 0.0,
            demands=self.demands(),
            wedge=None if nation is None else (nation, self.wedging(nation)),
        )

    def demands(self) -> int | None:
        """How many demands it has made; None while one stands, or while it keeps a deal."""
        situation, name = self.world.situation, self.adversary.id
        own = [each for each in situation.talks.offers.values() if each.body.by == name]
        if deal_kept(situation, name) or any(each.stands(self.world.now) for each in own):
            return None
        return len(own)

    def next_wedged(self, standing: Standing) -> str | None:
        changes = {each.nation: self.wedging(each.nation) for each in standing.allies}
        return weakest_link(self.parameters, standing, changes)

    def wedging(self, nation: str) -> float:
        return wedging(self.world, nation, self.world.situation.wedged.get(nation, 0))
