"""How the alliance did as one (`docs/model.md` 8.5)."""

from math import fsum

from wargame.model.event import Event
from wargame.model.fields import record
from wargame.model.happenings import (
    ActivationOrdered,
    ForceCapable,
    ForceOffered,
    MandateDecided,
    MovementRefused,
    OfferWithdrawn,
    ReportReceived,
    ReportReleased,
    StatementMade,
)
from wargame.scoring.course import Course

FATES = (ForceOffered, OfferWithdrawn, MovementRefused, MandateDecided, ActivationOrdered, ForceCapable)
"""Kinds of events that make an offer, break it or end it."""


@record
class Alliance:
    """Its parts, each from 0 to 1; None where there is nothing to judge by."""

    cohesion: float
    """At ENDEX."""
    trust: float
    """Mean trust of members in each other at ENDEX."""
    promises_kept: float | None = None
    """Of offers and public commitments."""
    fairness: float | None = None
    """1 less the Gini coefficient of brigade-days contributed against gross domestic product."""
    shared: float | None = None
    """Of members' own reports, those released to an ally."""


def alliance(course: Course) -> Alliance:
    """What there is to say of it."""
    return Alliance(
        cohesion=round(course.endex.cohesion, 6),
        trust=round(course.endex.trust, 6),
        promises_kept=_rounded(promises_kept(course)),
        fairness=_rounded(fairness(course)),
        shared=_rounded(shared(course)),
    )


def alliance_points(parts: Alliance) -> float:
    """The mean of the parts there are, of 100."""
    present = [parts.cohesion, parts.trust, parts.promises_kept, parts.fairness, parts.shared]
    known = [part for part in present if part is not None]
    return round(100.0 * fsum(known) / len(known), 2)


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 6)


# --- promises ------------------------------------------------------------------------------------------------


def promises_kept(course: Course) -> float | None:
    """Promises of before ENDEX that were kept to the end of the log: offers neither taken back nor refused by what the
    nation itself could not do, and public commitments followed by a force so offered that became capable.
    """
    offers = [event.body for event in course.players(ForceOffered) if isinstance(event.body, ForceOffered)]
    owners = {offer.force: offer.nation for offer in offers}
    came = {owners.get(event.body.force) for event in course.all(ForceCapable) if isinstance(event.body, ForceCapable)}
    spoken = [event.body for event in course.players(StatementMade) if isinstance(event.body, StatementMade)]
    committed = {body.by for body in spoken if body.commits}
    promises = len(offers) + len(committed)
    return (promises - _not_kept(course) - len(committed - came)) / promises if promises else None


def _not_kept(course: Course) -> int:
    """Offers of before ENDEX that were taken back, that the nation's government or parliament refused, or that it
    could not send (2.21), be it after ENDEX. What the order leaves out is free, and what came has been kept.
    """
    standing: dict[str, Event] = {}
    broken: list[Event] = []
    for event in course.all(*FATES):
        body, on_offer = event.body, [name for name, offer in standing.items() if offer.measure == event.measure]
        if isinstance(body, ForceOffered):
            standing[body.force] = event
        elif isinstance(body, OfferWithdrawn):
            broken.append(standing.pop(body.force))
        elif isinstance(body, MovementRefused):
            broken += [standing.pop(name) for name in on_offer if name == body.force]
        elif isinstance(body, MandateDecided) and not body.granted:
            broken += [standing.pop(name) for name in on_offer if _nation(standing[name]) == body.nation]
        elif isinstance(body, ActivationOrdered):
            for name in set(on_offer) - set(body.forces):
                del standing[name]
        elif isinstance(body, ForceCapable):
            standing.pop(body.force, None)
    return len([offer for offer in broken if offer.id <= len(course.played)])


def _nation(offer: Event) -> str:
    assert isinstance(offer.body, ForceOffered)
    return offer.body.nation


# --- burden --------------------------------------------------------------------------------------------------


def fairness(course: Course) -> float | None:
    """1 - Gini of what members contributed, in brigade-days, against their gross domestic products."""
    members = [nation for nation in course.scenario.nations if nation.id in course.scenario.alliance.members]
    given = [contributed(course, nation.id) for nation in members]
    return 1.0 - gini(given, [nation.gdp for nation in members]) if fsum(given) else None


def contributed(course: Course, nation: str) -> float:
    """Brigade equivalents times days that a nation's forces were tied down by the players' orders."""
    return fsum(tie.days for tie in course.ties if tie.nation == nation and tie.counts)


def gini(given: list[float], means: list[float]) -> float:
    """Gini coefficient of what was given against means: 0 when all give in proportion, 1 - s when one with the share s
    of all means gives everything. Means must be positive and something given.
    """
    pairs = sorted(zip(given, means, strict=True), key=lambda pair: pair[0] / pair[1])
    all_given, all_means = fsum(given), fsum(means)
    area = before = 0.0
    for gift, mean in pairs:
        after = before + gift / all_given
        area += mean / all_means * (before + after)
        before = after
    return 1.0 - area


# --- information ---------------------------------------------------------------------------------------------


def shared(course: Course, nation: str | None = None) -> float | None:
    """Reports of members' own sensors, or of one nation's, that were released to an ally; both before ENDEX."""
    who = set(course.scenario.alliance.members) if nation is None else {nation}
    own = {
        (event.body.nation, event.body.report)
        for event in course.players(ReportReceived)
        if isinstance(event.body, ReportReceived)
        and event.body.nation in who
        and event.body.originator == event.body.nation
    }
    released = {
        (event.body.nation, event.body.report)
        for event in course.players(ReportReleased)
        if isinstance(event.body, ReportReleased)
    }
    return len(own & released) / len(own) if own else None
