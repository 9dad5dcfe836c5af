"""What a government does about what it knows: probabilities, tasking, asking, answering, sharing, publishing."""

from collections import Counter
from collections.abc import Iterator

from wargame.model.decisions.intelligence import (
    PublishReport,
    ReleaseReport,
    RequestInformation,
    StateProbability,
    TaskCollection,
)
from wargame.model.scenario import COMMANDER, HQ, Indicator
from wargame.players.style import Desk, Proposal
from wargame.rules.assessment import in_words
from wargame.rules.kept import kept
from wargame.rules.legal import legal
from wargame.rules.sharing import national
from wargame.rules.statements import due_statement

LEAST_STATED, MOST_STATED = 0.01, 0.99


def state(desk: Desk) -> Iterator[Proposal]:
    """Say in time how likely an attack is."""
    if due_statement(desk.view.scenario.doctrine.intelligence, desk.view.situation):
        stated = min(MOST_STATED, max(LEAST_STATED, round(desk.threat * desk.style.states, 2)))
        yield StateProbability(probability=stated), None, f"staff hold an attack to be {in_words(stated)}"


def ask(desk: Desk) -> Iterator[Proposal]:
    """When half alarmed, look where preparations show best, and ask the ally that has told least what it holds."""
    if desk.threat < desk.style.asks_from * desk.style.alarm * desk.nation.threshold:
        return
    own = {each.discipline for each in desk.nation.collection}
    telling = _most_telling(desk.view.scenario.indicators)
    for discipline in sorted(own - desk.picture.tasked.keys()):
        best = next((each for each in telling if each.discipline == discipline), None)
        if best is not None:
            yield (
                TaskCollection(discipline=discipline, indicator=best.id),
                desk.picture.warned,
                "it tells bluff from war",
            )
            break
    allies = [nation for nation in desk.view.scenario.alliance.members if nation != desk.nation.id]
    heard = desk.picture.by_originator
    ally = min(allies, key=lambda each: len(heard.get(each, ())), default=None)
    if ally is not None:
        request = RequestInformation(to=ally, about=telling[0].category)
        yield request, desk.picture.warned, "an attack needs more than one pair of eyes"


@kept
def _most_telling(indicators: tuple[Indicator, ...]) -> list[Indicator]:
    """Those that fit an attack best, and nothing else, come first."""
    return sorted(indicators, key=_telling, reverse=True)


def _telling(indicator: Indicator) -> float:
    """How much better an indicator fits an attack than anything else that troops do."""
    return indicator.rates.limited_attack / max(indicator.rates.exercise, indicator.rates.coercion)


def publish(desk: Desk) -> Iterator[Proposal]:
    """Put the most telling of the nation's own reports before the world."""
    if desk.threat < desk.style.publishes:
        return
    rates = {each.id: _telling(each) for each in desk.view.scenario.indicators}
    own = desk.picture.by_originator.get(desk.nation.id, [])
    for held in sorted(own, key=lambda each: (-rates[each.body.indicator], -each.received))[:1]:
        yield PublishReport(report=held.body.report), held.event, "the world is to see it"


def share(desk: Desk) -> Iterator[Proposal]:
    """Answer who has asked; then release the newest reports of the nation's own sensors, each to the ally that has had
    fewest from it so far.
    """
    view = desk.view
    own = desk.picture.by_originator.get(view.seat, ())
    fresh = [
        held
        for held in own
        if not held.released_to
        and held.body.credibility <= 2
        and held.body.reliability in "AB"
        and held.disproved is None
        and not national(held)
    ]
    shared = 0
    for release in _answers(desk):
        if shared < desk.style.shares:
            shared += 1
            yield release
    if not fresh:
        return
    released = Counter([ally for held in own if held.released_to for ally in {*held.released_to}])
    had = {nation: released[nation] for nation in view.scenario.alliance.members if nation != view.seat}
    for held in sorted(fresh, key=lambda each: -each.received):
        if shared == desk.style.shares:
            return
        report = held.body.report
        for ally in sorted(had, key=had.__getitem__):
            offer = ReleaseReport(report=report, to=ally)
            if legal(view, offer) is None:
                had[ally] += 1
                shared += 1
                yield offer, held.event, "allies decide on what they know"
                break


def brief(desk: Desk) -> Iterator[Proposal]:
    """Let the alliance's own seats see what an ally has had from this nation's sensors, the newest first, if it is
    urgent; what is routine is not worth that each release may leak.
    """
    view, told = desk.view, 0
    for held in reversed(desk.picture.by_originator.get(view.seat, [])):
        for seat in (HQ, COMMANDER) if held.released_to and held.body.precedence != "routine" else ():
            if told == desk.style.shares:
                return
            release = ReleaseReport(report=held.body.report, to=seat)
            if seat not in held.released_to and legal(view, release) is None:
                told += 1
                yield release, held.event, "who speaks and orders for the alliance must see what allies see"


def _answers(desk: Desk) -> Iterator[Proposal]:
    """To each seat that has asked, the newest report on its subject that it may have."""
    view = desk.view
    categories = {each.id: each.category for each in view.scenario.indicators}
    for request in view.situation.requests.values():
        if request.to != view.seat or not request.open:
            continue
        for held in reversed(desk.picture.reports.values()):
            release = ReleaseReport(report=held.body.report, to=request.by)
            if categories[held.body.indicator] == request.about and legal(view, release) is None:
                yield release, request.event, "it has asked"
                break
