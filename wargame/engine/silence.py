"""Silence, and what comes of it: adoption, a break, a narrower text, a smaller circle.

`docs/model.md` 6.5 to 6.7, 6.12 and 6.13.
"""

from wargame.engine.world import World
from wargame.model.clock import seconds
from wargame.model.decisions.consultation import ChangeVenue, NarrowMeasure, SetSilence
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    MeasureAdopted,
    MeasureFailed,
    MeasureNarrowed,
    MeasureTabled,
    PositionTaken,
    SilenceBegan,
    SilenceBroken,
    SilenceSet,
    TimeAsked,
    TurnBegan,
    VenueAnnounced,
    VenueChanged,
)
from wargame.model.situation import MeasureProgress
from wargame.rules.bonds import cohesion
from wargame.rules.consultation import (
    accepting,
    at_once,
    breaking,
    carries,
    consent,
    deciders,
    extension_hours,
    narrower,
    settled,
)


def silent_until(world: World, hours: float) -> int:
    """When a silence of so many hours ends that begins now: not before every seat has had a turn's edge to speak at."""
    plain = world.now + seconds(hours)
    if world.turn_ends is None or world.situation.ended is not None:
        return plain
    return max(plain, world.turn_ends + _after_edge(world))


def _after_edge(world: World) -> int:
    return seconds(world.scenario.doctrine.consultation.silence_edge_hours)


class Silence:
    """Decides measures, and takes up again what silence was broken on."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.alliance = world.scenario.alliance
        self.parameters = world.scenario.doctrine.consultation
        self.running: dict[str, int] = {}
        """By measure: the beginning, or the request for more time, that its silence ends after."""
        self.held: list[tuple[MeasureProgress, Event]] = []
        """Measures whose silence has run out before the turn's edge came, and what it ran from."""
        self.resumed: set[int] = set()
        """Beginnings of what is left of such silences, after the edge."""
        world.handle(SetSilence, self.set_silence)
        world.handle(NarrowMeasure, self.narrow)
        world.handle(ChangeVenue, self.change_venue)
        world.when(MeasureTabled, self.tabled)
        world.when(SilenceBegan, self.began)
        world.when(PositionTaken, self.heard)
        world.when(TurnBegan, self.turned)

    # --- deciding --------------------------------------------------------------------------------------------

    def tabled(self, event: Event, body: MeasureTabled) -> None:
        """What the members have delegated is adopted as it is tabled."""
        if body.delegated or at_once(self.alliance, body.text.kind):
            self.adopt(self.of(event), event)

    def began(self, event: Event, body: SilenceBegan) -> None:
        self.wait(self.of(event), event, body.until)

    def wait(self, measure: MeasureProgress, began: Event, until: int) -> None:
        self.running[measure.id] = began.id
        self.world.call(until - self.world.now, self.end, measure, began)

    def end(self, measure: MeasureProgress, began: Event) -> None:
        """Silence has run out: members without instructions consent or ask for more time, once; then it is decided."""
        if measure.state != "silence" or self.running[measure.id] != began.id:
            return
        if self.unheard(began):
            self.held.append((measure, began))
            return
        asking = [] if measure.asked_time else self.asking(measure)
        if not asking:
            self.decide(measure, began)
            return
        until = silent_until(self.world, extension_hours(self.parameters, measure.text))
        asked = [self.world.emit(TimeAsked(nation=each, until=until), began, ALLIES, measure.id) for each in asking]
        self.wait(measure, asked[-1], until)

    def unheard(self, began: Event) -> bool:
        """Whether seats have had no edge to speak at since: the turn got longer than was known when silence began."""
        world = self.world
        if world.turn_ends is None or world.situation.ended is not None:
            return False
        return world.turn_event.id < began.id and began.id not in self.resumed

    def turned(self, event: Event, body: TurnBegan) -> None:
        """The edge has come that silence was held for: it ends a short while later, as all hear."""
        held, self.held = self.held, []
        for measure, began in held:
            if measure.state == "silence" and self.running[measure.id] == began.id:
                until = self.world.now + _after_edge(self.world)
                self.resumed.add(self.world.emit(SilenceBegan(until=until), began, ALLIES, measure.id).id)

    def asking(self, measure: MeasureProgress) -> list[str]:
        """The members that ask for more time; as many draws whoever has spoken."""
        world = self.world
        chance = consent(self.parameters, cohesion(world.scenario, world.situation, world.now))
        drawn = {nation: world.draw(nation, f"silence on {measure.text.kind}") for nation in self.alliance.members}
        silent = [each for each in deciders(self.alliance, measure) if each not in measure.positions]
        return [nation for nation in silent if drawn[nation] >= chance]

    def heard(self, event: Event, body: PositionTaken) -> None:
        """What decides the measure, whatever the others say, ends silence at once; so does the last answer of those
        who asked for time.
        """
        measure = self.of(event)
        answered = bool(measure.asked_time) and all(each in measure.positions for each in measure.asked_time)
        if measure.open and (answered or settled(self.alliance, measure)):
            self.decide(measure, event)

    def decide(self, measure: MeasureProgress, cause: Event) -> None:
        """By the alliance's rule, on the positions held now."""
        if carries(self.alliance, self.parameters.majority, measure):
            self.adopt(measure, cause)
            return
        until = self.world.now + seconds(self.parameters.broken_hours)
        body = SilenceBroken(by=breaking(self.alliance, measure), until=until)
        broken = self.world.emit(body, cause, ALLIES, measure.id)
        self.world.call(until - self.world.now, self.give_up, measure, broken)

    def adopt(self, measure: MeasureProgress, cause: Event) -> None:
        agree = accepting(self.alliance, measure)
        whole = not measure.delegated and len(agree) == len(self.alliance.members)
        body = MeasureAdopted(unanimous=whole, accepting=agree)
        self.world.emit(body, cause, ALLIES, measure.id)

    # --- after a break ---------------------------------------------------------------------------------------

    def give_up(self, measure: MeasureProgress, broken: Event) -> None:
        if measure.state == "broken" and measure.broken == broken.id:
            assert isinstance(broken.body, SilenceBroken)
            self.world.emit(MeasureFailed(by=broken.body.by), broken, ALLIES, measure.id)

    def narrow(self, seat: str, decision: NarrowMeasure, cause: Event) -> None:
        """The narrower text goes under silence at once; who broke, or abstained, is asked again."""
        measure = self.world.situation.council.measures.get(decision.measure)
        if measure is None or measure.broken is None or measure.state != "broken":
            self.world.fail(seat, decision, cause, "silence on the measure has not been broken")
            return
        if not narrower(measure.text, decision.text):
            self.world.fail(seat, decision, cause, "the text asks for no less")
            return
        cause = self.world.anchored(cause, self.world.log[measure.broken - 1])
        body = MeasureNarrowed(by=seat, text=decision.text)
        narrowed = self.world.emit(body, cause, ALLIES, measure.id)
        self.begin(measure, narrowed)

    def change_venue(self, seat: str, decision: ChangeVenue, cause: Event) -> None:
        """A smaller circle decides without the others, who take note of it, as does the world."""
        world, members = self.world, self.alliance.members
        measure = world.situation.council.measures.get(decision.measure)
        if measure is None or not (measure.open or measure.state == "broken"):
            world.fail(seat, decision, cause, "the measure has just been decided")
            return
        asked = world.log[(measure.broken or measure.event) - 1]
        circle = tuple(each for each in members if each in decision.members)
        absent = tuple(each for each in members if each not in circle)
        fall = 0.0 if measure.circle else self.parameters.venue_legitimacy
        body = VenueChanged(members=circle, absent=absent, legitimacy=round(measure.legitimacy - fall, 6))
        broken = measure.state == "broken"
        changed = world.emit(body, world.anchored(cause, asked), ALLIES, measure.id)
        world.emit(VenueAnnounced(absent=absent), changed, EVERYONE)
        if broken:
            self.begin(measure, changed)

    def begin(self, measure: MeasureProgress, cause: Event) -> None:
        """Under silence again; decided at once if what the members have said settles it."""
        until = silent_until(self.world, measure.silence_hours or self.alliance.silence)
        self.world.emit(SilenceBegan(until=until), cause, ALLIES, measure.id)
        if settled(self.alliance, measure):
            self.decide(measure, cause)

    # --- its length ------------------------------------------------------------------------------------------

    def set_silence(self, seat: str, decision: SetSilence, cause: Event) -> None:
        measure = self.world.situation.council.measures.get(decision.measure)
        if measure is None or measure.state != "guidance":
            self.world.fail(seat, decision, cause, "silence has already begun")
            return
        cause = self.world.anchored(cause, self.world.log[measure.event - 1])
        body = SilenceSet(hours=round(decision.hours, 6), by=seat)
        self.world.emit(body, cause, ALLIES, measure.id)

    def of(self, event: Event) -> MeasureProgress:
        assert event.measure is not None
        return self.world.situation.council.measures[event.measure]
