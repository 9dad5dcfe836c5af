"""Requests for information between allies (`docs/model.md` 5.20)."""

from wargame.engine.sharing import Sharing
from wargame.engine.world import World
from wargame.model.clock import seconds
from wargame.model.decisions.intelligence import RequestInformation
from wargame.model.event import Event
from wargame.model.happenings import InformationRequested, ReportReleased, RequestClosed
from wargame.model.reports import request_name
from wargame.model.situation import RequestState
from wargame.rules.sharing import answers


class Requests:
    """Requests that are open, and what has been released in answer."""

    def __init__(self, world: World, sharing: Sharing) -> None:
        self.world, self.sharing = world, sharing
        self.parameters = world.scenario.doctrine.intelligence
        self.categories = {each.id: each.category for each in world.scenario.indicators}
        self.answered: dict[int, int] = {}
        """By open request: reports released in answer."""
        world.handle(RequestInformation, self.request)
        world.when(ReportReleased, self.released)

    def request(self, seat: str, decision: RequestInformation, cause: Event) -> None:
        """A seat asks; the asked government sees it and may answer until the deadline."""
        world = self.world
        if self.open(seat, decision.to, decision.about) or decision.to == seat or not self.nation(decision.to):
            world.fail(seat, decision, cause, "there is no such ally, or it has been asked already")
            return
        deadline = world.now + seconds(self.parameters.request_hours)
        body = InformationRequested(
            by=seat, to=decision.to, about=decision.about, question=decision.question, deadline=deadline
        )
        asked = world.emit(body, cause, (seat, decision.to))
        self.answered[asked.id] = 0
        world.call(deadline - world.now, self.close, asked)

    def nation(self, name: str) -> bool:
        return any(each.id == name for each in self.world.scenario.nations)

    def open(self, by: str, to: str, about: str) -> RequestState | None:
        """The open request of one seat to another on a subject."""
        request = self.world.situation.requests.get(request_name(by, to, about))
        return request if request is not None and request.open else None

    def released(self, event: Event, body: ReportReleased) -> None:
        """A report on the subject that goes to who has asked answers the request, whatever it was meant for."""
        held = self.sharing.held(body.nation, body.report)
        if held is not None:
            request = self.open(body.to, body.nation, self.categories[held.body.indicator])
            if request is not None:
                self.answered[request.event] += 1

    def close(self, asked: Event) -> None:
        """At the deadline the staff answers what its government has left: the newest report that may go as it is."""
        world, body = self.world, asked.body
        assert isinstance(body, InformationRequested)
        picture = world.situation.pictures.get(body.to)
        if self.answered[asked.id] == 0 and picture is not None:
            held = answers(picture, self.categories, body.to, body.by, body.about)
            if held is not None:
                self.sharing.send(body.to, held, body.by, asked, held.body.precedence)
        reports = self.answered.pop(asked.id)
        world.emit(RequestClosed(by=body.by, to=body.to, about=body.about, reports=reports), asked, (body.by, body.to))
