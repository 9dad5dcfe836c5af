"""Who is behind an incident: what services find, what governments say (`docs/model.md` 4.24, 4.25)."""

from wargame.engine.world import World
from wargame.model.clock import DAY
from wargame.model.decisions.diplomacy import AttributeAttack
from wargame.model.event import EVERYONE, Event
from wargame.model.happenings import (
    AccusationDisproved,
    AccusationMade,
    AttackAttributed,
    AttributionAgreed,
    AttributionReached,
    HybridAttackMade,
    IncidentNoticed,
)
from wargame.rules.disruption import attribution_days


class Attribution:
    """The search for authors. It alone, with the umpire, knows who was behind what."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.parameters = world.scenario.doctrine.disruption
        self.authors: dict[tuple[str, str], str | None] = {}
        """By nation and incident; None for an accident."""
        world.when(IncidentNoticed, self.search)
        world.handle(AttributeAttack, self.accuse)
        world.when(AttributionAgreed, self.accuse_jointly)

    def search(self, event: Event, body: IncidentNoticed) -> None:
        behind = self.world.cause_of(event)
        assert behind is not None
        author = behind.body.adversary if isinstance(behind.body, HybridAttackMade) else None
        self.authors[body.nation, body.incident] = author
        days = attribution_days(self.world.scenario, body.nation, self.world.draw(body.nation, "attribution"))
        self.world.call(max(1, round(days * DAY)), self.find, event, body)

    def find(self, event: Event, body: IncidentNoticed) -> None:
        """The services name an author, or call it an accident; they are right as often as they are confident."""
        low, high = self.parameters.attribution_low, self.parameters.attribution_high
        confidence = low + (high - low) * self.world.draw(body.nation, "confidence")
        right = self.world.draw(body.nation, "finding") < confidence
        author = self.authors[body.nation, body.incident]
        found = AttributionReached(
            nation=body.nation,
            incident=body.incident,
            adversary=author if right else self.wrong(body.nation, author),
            confidence=round(confidence, 6),
        )
        self.world.emit(found, event, (body.nation,))

    def wrong(self, nation: str, author: str | None) -> str | None:
        """Another than the author: an adversary, or nobody."""
        suspects: list[str | None] = [each.id for each in self.world.scenario.adversaries]
        others = [each for each in (*suspects, None) if each != author]
        return others[int(self.world.draw(nation, "suspect") * len(others))]

    def accuse(self, seat: str, decision: AttributeAttack, cause: Event) -> None:
        """A government names an author on its own."""
        incident = self.world.situation.nations[seat].incidents[decision.incident]
        cause = self.world.anchored(cause, self.world.log[incident.event - 1])
        self.name(seat, decision.incident, decision.adversary, cause)

    def accuse_jointly(self, event: Event, body: AttributionAgreed) -> None:
        """The council names an author for the nation that was attacked, unless that has named one meanwhile."""
        if self.world.situation.nations[body.by].incidents[body.incident].accused is None:
            self.name(body.by, body.incident, body.adversary, event)

    def name(self, nation: str, label: str, adversary: str, cause: Event) -> None:
        """An author is named, on whatever there is; if it is the wrong one that comes out in time."""
        world = self.world
        incident = world.situation.nations[nation].incidents[label]
        made = AccusationMade(nation=nation, incident=label, adversary=adversary)
        resolved = world.emit(made, cause, (nation,))
        said = AttackAttributed(nation=nation, adversary=adversary, means=incident.means)
        accused = world.emit(said, resolved, EVERYONE)
        if adversary != self.authors[nation, label]:
            spread = 0.5 + self.world.draw(nation, "disproof")  # even between half and one and a half
            days = self.parameters.disproof_days * spread
            world.call(round(days * DAY), self.disprove, nation, adversary, accused)

    def disprove(self, nation: str, adversary: str, accused: Event) -> None:
        self.world.emit(AccusationDisproved(nation=nation, adversary=adversary), accused, EVERYONE)
