"""The computer players that play by a style: the book's, and others that depart from it one way each."""

from collections.abc import Callable, Iterator, Sequence

from wargame.model.record import Order
from wargame.model.scenario import COMMANDER, HQ
from wargame.model.view import View
from wargame.players import alliance, council, forces, knowledge
from wargame.players.style import NEVER, Desk, Proposal, Style, desk, orders
from wargame.rules.economy import nation_of

Decide = Callable[[View, Callable[[], float]], Sequence[Order]]

STYLES: dict[str, Style] = {
    "doctrine": Style(
        about="Plays by the book: calls the council on warning, tables and backs reinforcement, offers its part of it, "
        "seeks mandates early, shares its best reports and states what its staff assesses; as Secretary-General keeps "
        "silence short when the alert is raised, as commander activates when the requirement is filled or has waited "
        "long enough.",
    ),
    "forward": Style(
        about="Acts early and hard: half the alarm is enough for it, it asks for much and offers twice its part, heavy "
        "forces first.",
        alarm=0.5,
        needs_warning=False,
        asks=3.5,
        leaning=0.15,
        gives=2.0,
        readies=0.2,
        alert=2,
        commits=0.4,
    ),
    "cautious": Style(
        about="Acts late and with reserve: it waits for near certainty, asks for little and offers light forces.",
        alarm=1.8,
        asks=1.0,
        leaning=-0.08,
        gives=0.7,
        heavy_first=False,
        readies=0.8,
        commits=NEVER,
    ),
    "free_rider": Style(
        about="Agrees to what others bear: it calls and backs measures, but offers no forces and shares no reports.",
        gives=0.0,
        shares=0,
        readies=NEVER,
        commits=NEVER,
    ),
    "signaller": Style(
        about="Sends words instead of forces: statements and public commitments, again and again.",
        alarm=0.5,
        needs_warning=False,
        asks=0.0,
        gives=0.0,
        readies=NEVER,
        speaks=True,
        commits=0.3,
    ),
    "alarmist": Style(
        about="Takes every sign for an attack: full alert, everything activated, the worst stated.",
        alarm=0.1,
        needs_warning=False,
        asks=4.0,
        leaning=0.4,
        gives=3.0,
        readies=0.05,
        states=1.3,
        alert=3,
        commits=0.5,
    ),
    "sharer": Style(
        about="Shares all it knows with everybody and does nothing else.",
        asks=0.0,
        gives=0.0,
        readies=NEVER,
        shares=6,
        commits=NEVER,
    ),
}
"""By name: how it plays."""


def player(style: Style) -> Decide:
    """The computer player of a style. In the seats that belong to no nation it plays by the book."""

    def decide(view: View, luck: Callable[[], float]) -> Sequence[Order]:
        nation = nation_of(view.scenario, view.seat)
        if nation is not None:
            return orders(view, _government(desk(view, nation, style)))
        proposals = {HQ: alliance.secretary_general, COMMANDER: alliance.commander}.get(view.seat)
        return orders(view, proposals(view)) if proposals else ()

    return decide


def _government(at: Desk) -> Iterator[Proposal]:
    """All that a government would do this turn, most urgent first: there are only so many orders."""
    yield from council.convene(at)
    for measure in at.view.situation.council.measures.values():
        yield from council.answer(at, measure)
        if council.stand(at, measure) == "accept":
            yield from forces.contribute(at, measure)
    yield from forces.ready(at)
    yield from knowledge.state(at)
    yield from knowledge.share(at)
