"""The master events list: injects that come from outside the world, and exercise control's hand on them."""

from functools import partial

from wargame.engine.world import World
from wargame.model.clock import parse_instant, seconds
from wargame.model.decisions.excon import AddInject, EditInject, FireInject, HoldInject
from wargame.model.event import EVERYONE, KINDS, NOBODY, Event
from wargame.model.happenings import (
    AggressionScripted,
    IncidentScripted,
    IndicatorShown,
    InjectAdded,
    InjectEdited,
    InjectFired,
    InjectHeld,
    InjectScheduled,
    InjectSkipped,
    MeasureTabled,
    MessageReceived,
    SupportScripted,
)
from wargame.model.mel import Aggression, Incident, Indication, Inject, Message, SupportShift
from wargame.model.occasion import Occasion
from wargame.model.situation import InjectState
from wargame.rules.mel import attacker
from wargame.rules.occasions import Occasions


class Mel:
    """Fires injects at their instant, after what they follow, or when exercise control says."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.occasions = Occasions(world.scenario)
        world.when(MeasureTabled, self.tabled)
        world.handle(FireInject, self.fire_now)
        world.handle(HoldInject, self.hold)
        world.handle(EditInject, self.edit)
        world.handle(AddInject, self.add)
        for inject in world.scenario.mel:
            self.arrange(inject)

    def tabled(self, event: Event, body: MeasureTabled) -> None:
        self.occasions.note(event)

    def state(self, inject: str) -> InjectState:
        return self.world.situation.mel[inject]

    def arrange(self, inject: Inject) -> None:
        """Wait for when an inject is due. One that is by hand waits for exercise control."""
        if inject.at is not None:
            self.world.call(max(0, parse_instant(inject.at) - self.world.now), self.come_due, inject, None)
        elif inject.after is not None:
            occasion = inject.after
            kind = KINDS[occasion.event]
            came = self.came(occasion)
            if came is not None:
                self.schedule(inject, came)
                return
            before = len([event for event in self.world.happened[kind] if self.occasions.fits(occasion, event)])
            left = [occasion.count - before]
            self.world.when(kind, partial(self.watch, inject, occasion, left))

    def came(self, occasion: Occasion) -> Event | None:
        """The event that is the occasion, if it has come; what measures it belongs to was noted as they were tabled."""
        return self.occasions.first(occasion, self.world.happened[KINDS[occasion.event]])

    def watch(self, inject: Inject, occasion: Occasion, left: list[int], event: Event, body: object) -> None:
        """An event of the kind that an inject follows."""
        if left[0] and self.occasions.fits(occasion, event):
            left[0] -= 1
            if not left[0]:
                self.schedule(inject, event)

    def schedule(self, inject: Inject, came: Event) -> None:
        """What an inject follows has happened; nothing comes of it when it has been edited since."""
        if self.state(inject.id).inject is inject:
            due = max(self.world.now, came.time + seconds(inject.delay))
            scheduled = self.world.emit(InjectScheduled(inject=inject.id, due=due), came, NOBODY)
            self.world.call(due - self.world.now, self.come_due, inject, scheduled)

    def come_due(self, inject: Inject, cause: Event | None) -> None:
        """Fire, unless it was held, fired or edited, or what it must not follow has happened."""
        state = self.state(inject.id)
        if state.inject is not inject or state.state != "waiting":
            return
        against = self.came(inject.unless) if inject.unless is not None else None
        if against is not None:
            self.world.emit(InjectSkipped(inject=inject.id), against, NOBODY)
        else:
            self.fire(inject, cause)

    # --- what exercise control does --------------------------------------------------------------------------

    def fire_now(self, seat: str, decision: FireInject, cause: Event) -> None:
        state = self.state(decision.inject)
        if state.state == "fired":
            self.world.fail(seat, decision, cause, "it has been fired")
        else:
            self.fire(state.inject, cause)

    def hold(self, seat: str, decision: HoldInject, cause: Event) -> None:
        if self.state(decision.inject).state != "waiting":
            self.world.fail(seat, decision, cause, "it no longer waits")
        else:
            self.world.emit(InjectHeld(inject=decision.inject), cause, NOBODY)

    def edit(self, seat: str, decision: EditInject, cause: Event) -> None:
        if self.state(decision.inject.id).state == "fired":
            self.world.fail(seat, decision, cause, "it has been fired")
            return
        self.world.emit(InjectEdited(inject=decision.inject), cause, NOBODY)
        self.arrange(decision.inject)

    def add(self, seat: str, decision: AddInject, cause: Event) -> None:
        self.world.emit(InjectAdded(inject=decision.inject), cause, NOBODY)
        self.arrange(decision.inject)

    # --- what injects do -------------------------------------------------------------------------------------

    def fire(self, inject: Inject, cause: Event | None) -> None:
        world = self.world
        fired = world.emit(InjectFired(inject=inject.id), cause, NOBODY)
        match inject:
            case Message():
                world.emit(MessageReceived(text=inject.text), fired, tuple(sorted(inject.to)))
            case Indication():
                shown = IndicatorShown(indicator=inject.indicator, force=None, text=inject.text)
                world.emit(shown, fired, EVERYONE)
            case Incident():
                struck = IncidentScripted(
                    adversary=inject.adversary or world.scenario.adversaries[0].id,
                    means=inject.means,
                    nation=inject.nation,
                    at=inject.place,
                    intensity=inject.intensity,
                )
                world.emit(struck, fired, NOBODY)
            case Aggression():
                who = attacker(world.scenario, inject)
                assert who is not None
                world.emit(AggressionScripted(adversary=who, objective=inject.objective), fired, NOBODY)
            case SupportShift():
                world.emit(SupportScripted(nation=inject.nation, change=inject.change), fired, NOBODY)
                world.emit(MessageReceived(text=inject.text), fired, (inject.nation,))
