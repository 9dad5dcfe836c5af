"""What a government does with what it knows: stating probabilities, sharing reports."""

from collections.abc import Iterator

from wargame.model.decisions.intelligence import ReleaseReport, StateProbability
from wargame.players.style import Desk, Proposal
from wargame.rules.assessment import in_words
from wargame.rules.legal import legal

STATES_EVERY = 4
"""A seat states its probability of attack every so many turns."""
LEAST_STATED, MOST_STATED = 0.01, 0.99


def state(desk: Desk) -> Iterator[Proposal]:
    """Say in time how likely an attack is."""
    if desk.view.situation.turn % STATES_EVERY == 1:
        stated = min(MOST_STATED, max(LEAST_STATED, round(desk.threat * desk.style.states, 2)))
        yield StateProbability(probability=stated), None, f"staff hold an attack to be {in_words(stated)}"


def share(desk: Desk) -> Iterator[Proposal]:
    """Release the newest reports of the nation's own sensors, each to the ally that has had fewest from it so far."""
    view = desk.view
    own = [held for held in desk.picture.reports.values() if held.body.originator == view.seat]
    trusted = [held for held in own if held.body.reliability in "AB" and held.body.credibility <= 2]
    allies = [nation for nation in view.scenario.alliance.members if nation != view.seat]
    had = {ally: len([held for held in own if ally in held.released_to]) for ally in allies}
    shared = 0
    for held in sorted(trusted, key=lambda each: -each.received):
        if shared == desk.style.shares:
            return
        if held.released_to:
            continue
        report = held.body.report
        open_to = [ally for ally in allies if legal(view, ReleaseReport(report=report, to=ally)) is None]
        if not open_to:
            continue
        ally = min(open_to, key=lambda each: had[each])
        had[ally] += 1
        shared += 1
        yield ReleaseReport(report=report, to=ally), held.event, "allies decide on what they know"
