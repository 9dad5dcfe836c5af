"""Hosts and neutrals: access to places, leave to cross borders (`docs/model.md` 7.13 and 7.14)."""

from wargame.engine.world import World
from wargame.model.clock import DAY
from wargame.model.decisions.forces import GrantAccess, GrantTransit
from wargame.model.event import ALLIES, Event
from wargame.model.happenings import (
    AlertDeclared,
    MeasureAdopted,
    PermissionAsked,
    PermissionGiven,
    PermissionRefused,
    SidePaymentMade,
)
from wargame.model.situation import Grant
from wargame.rules.draw import log_uniform
from wargame.rules.passage import days_range, emergency, grantees, third_party

Request = tuple[str, Grant]
"""The nation that asks, and what for."""


class Hosts:
    """Decides on what movements take leave for, by itself after a time, or at once when the host's seat says so."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pending: dict[Request, Event] = {}
        """Asked and not yet decided: the request's event."""
        self.slow: dict[Request, Event] = {}
        """Those of them that were asked in peacetime."""
        world.handle(GrantAccess, self.grant_access)
        world.handle(GrantTransit, self.grant_transit)
        world.when(SidePaymentMade, self.lend_bases)
        world.when(PermissionAsked, self.asked)
        world.when(AlertDeclared, self.hurry)
        world.when(MeasureAdopted, self.hurry)

    def grant_access(self, seat: str, decision: GrantAccess, cause: Event) -> None:
        nations = grantees(self.world.scenario, seat, decision.to)
        self.give(Grant("access", seat, decision.at), nations, cause)

    def lend_bases(self, event: Event, body: SidePaymentMade) -> None:
        """A side payment in basing opens all of the payer's places to its receiver; the two alone know."""
        if body.currency == "basing":
            for place in self.world.scenario.theatre.locations:
                if place.owner == body.by:
                    given = PermissionGiven(what="access", by=body.by, nations=(body.nation,), at=place.id)
                    self.world.emit(given, event, event.audience)

    def grant_transit(self, seat: str, decision: GrantTransit, cause: Event) -> None:
        """Under emergency rules at once; else the nation starts the usual procedure before it is asked."""
        nations = grantees(self.world.scenario, seat, decision.to)
        if decision.rules == "emergency":
            self.give(Grant("transit", seat, ""), nations, cause)
            return
        known = self.world.situation.permissions
        for nation in nations:
            if (nation, Grant("transit", seat, "")) not in known:
                urgent = emergency(self.world.situation)
                body = PermissionAsked(what="transit", by=seat, nation=nation, at="", urgent=urgent)
                self.world.emit(body, cause, ALLIES)

    def give(self, grant: Grant, nations: tuple[str, ...], cause: Event) -> None:
        """Grant it at once; what had been asked for is answered."""
        asked = [self.pending.pop((nation, grant)) for nation in nations if (nation, grant) in self.pending]
        cause = self.world.anchored(cause, asked[0]) if asked else cause
        body = PermissionGiven(what=grant.what, by=grant.by, nations=nations, at=grant.at)
        self.world.emit(body, cause, ALLIES)

    def asked(self, event: Event, body: PermissionAsked) -> None:
        request = body.nation, Grant(body.what, body.by, body.at)
        self.pending[request] = event
        self.schedule(request, event, body.urgent)
        if not body.urgent:
            self.slow[request] = event

    def schedule(self, request: Request, asked: Event, urgent: bool) -> None:
        """Decide after the time that a permission of this kind takes."""
        nation, grant = request
        least, most = days_range(self.world.scenario, nation, grant, urgent)
        drawn = self.world.draw(grant.by or grant.at, f"{grant.what} {nation} {'urgent' if urgent else 'slow'}")
        self.world.call(round(log_uniform(drawn, least, most) * DAY), self.decide, request, asked)

    def hurry(self, event: Event, body: AlertDeclared | MeasureAdopted) -> None:
        """What was asked in peacetime is decided under emergency rules once they hold, if that is sooner."""
        if not emergency(self.world.situation):
            return
        for request, asked in self.slow.items():
            self.schedule(request, asked, urgent=True)
        self.slow.clear()

    def decide(self, request: Request, asked: Event) -> None:
        """Allies agree; a third party agrees or not by its leaning."""
        nation, grant = request
        if self.world.situation.permissions[request] != "asked":
            return
        self.slow.pop(request, None)
        self.pending.pop(request, None)
        if self.agrees(nation, grant):
            body = PermissionGiven(what=grant.what, by=grant.by, nations=(nation,), at=grant.at)
            self.world.emit(body, asked, ALLIES)
        else:
            refusal = PermissionRefused(what=grant.what, by=grant.by, nation=nation, at=grant.at)
            self.world.emit(refusal, asked, ALLIES)

    def agrees(self, nation: str, grant: Grant) -> bool:
        """A third party's leaning of -1 never does, 1 always, 0 every other time."""
        party = third_party(self.world.scenario, grant.by)
        if party is None:
            return True
        return self.world.draw(party.id, f"leave {nation}") < (1.0 + party.leaning) / 2.0
