"""Displaced people: who takes them in, who helps, who does not (`docs/model.md` 7.25 to 7.27)."""

from wargame.engine.world import World
from wargame.model.clock import DAY, seconds
from wargame.model.decisions.home_front import SendRelief
from wargame.model.event import ALLIES, EVERYONE, Event
from wargame.model.happenings import (
    AttackBegan,
    ErrandEnded,
    Host,
    MoneySpent,
    ObjectiveContested,
    ObjectiveDecided,
    PeopleDisplaced,
    ReliefArrived,
    ReliefNeeded,
    ReliefRefused,
    ReliefSent,
)
from wargame.rules.agreements import partners
from wargame.rules.economy import nation_of
from wargame.rules.movement import planned_hours, planner_of
from wargame.rules.relief import displaced, hosts, relief_hours


class Relief:
    """Counts who flees, day by day, and carries help."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.relief
        self.planner = planner_of(world.scenario)
        self.objectives = {each.id: each for each in world.scenario.objectives}
        self.moved: dict[str, tuple[int, float, float]] = {}
        """By objective: when the hold moved last, what it was then, people fled since they were counted last."""
        self.counted: dict[str, int] = {}
        self.needed: set[str] = set()
        """Nations that have asked for relief."""
        world.when(AttackBegan, self.begin)
        world.when(ObjectiveContested, self.flee)
        world.when(ObjectiveDecided, self.flee)
        world.when(PeopleDisplaced, self.need)
        world.handle(SendRelief, self.send)

    # --- who flees -------------------------------------------------------------------------------------------

    def begin(self, event: Event, body: AttackBegan) -> None:
        self.moved[body.objective] = (event.time, 0.0, 0.0)
        self.counted[body.objective] = event.time

    def flee(self, event: Event, body: ObjectiveContested | ObjectiveDecided) -> None:
        """People flee while an objective is contested; they are counted once a day and at the end."""
        since, held, fled = self.moved[body.objective]
        mean = (held + body.held) / 2.0
        fled += displaced(self.world.scenario, mean, event.time - since)
        over = isinstance(body, ObjectiveDecided)
        self.moved[body.objective] = (event.time, body.held, fled)
        if fled >= 1.0 and (over or event.time - self.counted[body.objective] >= DAY):
            self.count(body.objective, fled, event)

    def count(self, objective: str, fled: float, cause: Event) -> None:
        shares = hosts(self.world.scenario, self.objectives[objective])
        taken = tuple(Host(nation=nation, people=round(fled * share)) for nation, share in shares)
        self.moved[objective] = (*self.moved[objective][:2], 0.0)
        self.counted[objective] = self.world.now
        self.world.emit(PeopleDisplaced(objective=objective, hosts=taken), cause, EVERYONE)

    # --- who helps -------------------------------------------------------------------------------------------

    def need(self, event: Event, body: PeopleDisplaced) -> None:
        """A nation that has taken in more than it can look after asks its allies, once."""
        for host in body.hosts:
            people = self.world.situation.nations[host.nation].displaced
            allied = host.nation in self.world.scenario.alliance.members
            if allied and host.nation not in self.needed and people >= self.parameters.needed:
                self.needed.add(host.nation)
                asked = self.world.emit(ReliefNeeded(nation=host.nation, people=people), event, ALLIES)
                able = self.able(host.nation)
                self.world.call(seconds(self.parameters.refuse_hours), self.judge, host.nation, able, asked)

    def able(self, host: str) -> list[str]:
        """Members with engineers that are free."""
        situation = self.world.situation
        free = {
            nation.id
            for nation in self.world.scenario.nations
            for force in nation.forces
            if force.kind == "engineers"
            and force.id not in situation.errands
            and situation.forces[force.id].offered is None
            and situation.forces[force.id].activated is None
        }
        return [each for each in self.world.scenario.alliance.members if each in free and each != host]

    def judge(self, host: str, able: list[str], asked: Event) -> None:
        """Who could have sent relief and has sent none to anybody since has refused."""
        sent = {event.body.nation for event in self.world.log[asked.id :] if isinstance(event.body, ReliefSent)}
        for nation in able:
            if nation not in sent:
                self.world.emit(ReliefRefused(nation=nation, to=host), asked, ALLIES)

    def send(self, seat: str, decision: SendRelief, cause: Event) -> None:
        """Engineers travel to the host's capital and stay until civil agencies have taken over."""
        world = self.world
        host = nation_of(world.scenario, decision.to)
        force = next(
            force for nation in world.scenario.nations for force in nation.forces if force.id == decision.force
        )
        assert host is not None
        stages = self.planner.way(force.tonnes, world.situation.forces[force.id].at, host.capital)
        if stages is None:
            world.fail(seat, decision, cause, f"no way leads to {host.capital}")
            return
        hours = relief_hours(world.scenario, seat, host.id, planned_hours(stages))
        modes = tuple(dict.fromkeys(stage.leg.mode for stage in stages if stage.lifted))
        if host.id in partners(world.scenario, "humanitarian", seat):
            modes = ()
        due = world.now + seconds(hours)
        sent = world.emit(ReliefSent(nation=seat, force=force.id, to=host.id, due=due, modes=modes), cause, ALLIES)
        world.call(due - world.now, self.arrive, seat, force.id, host.id, sent)

    def arrive(self, nation: str, force: str, to: str, sent: Event) -> None:
        arrived = self.world.emit(ReliefArrived(nation=nation, force=force, to=to), sent, ALLIES)
        self.world.call(round(self.parameters.days * DAY), self.leave, nation, force, to, arrived)

    def leave(self, nation: str, force: str, to: str, arrived: Event) -> None:
        """The force is free again, where it is; what it cost is paid."""
        host = nation_of(self.world.scenario, to)
        assert host is not None
        ended = self.world.emit(ErrandEnded(force=force, at=host.capital), arrived, ALLIES)
        amount = round(self.parameters.cost_day * self.parameters.days, 6)
        self.world.emit(MoneySpent(nation=nation, amount=amount, on="relief"), ended, (nation,))
