"""The computer players that play by a style: the book's, and others that depart from it one way each."""

from collections.abc import Callable, Iterator, Sequence

from wargame.model.record import Order
from wargame.model.scenario import COMMANDER, HQ
from wargame.model.view import View
from wargame.players import alliance, council, diplomacy, forces, home, knowledge
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
        retaliates=False,
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
        about="Takes every sign for an attack: full alert, loose rules, sanctions, all activated, the worst stated.",
        alarm=0.1,
        needs_warning=False,
        asks=4.0,
        leaning=0.4,
        gives=2.0,
        readies=0.05,
        states=3.0,
        publishes=0.2,
        alert=3,
        commits=0.5,
        sanctions=0.05,
        names=0.3,
        rules="loose",
    ),
    "firm_but_flexible": Style(
        about="Firm but flexible: it binds itself and sends forces as the book has it, and shows the adversary a way "
        "out, with a secret channel, an assurance and a part of what it wants.",
        commits=0.45,
        softens=0.3,
        concedes=0.1,
    ),
    "consensus_builder": Style(
        about="Wants everybody on board: it lobbies and pays for agreement, asks for what all can bear, and waits.",
        alarm=1.1,
        asks=1.5,
        leaning=0.05,
        lobbies=3,
        pays=True,
        rules="tight",
    ),
    "appeaser": Style(
        about="Gives the adversary what it asks for, and calms the allies.",
        alarm=1.8,
        asks=0.0,
        leaning=-0.1,
        gives=0.0,
        readies=NEVER,
        alert=0,
        commits=NEVER,
        softens=0.1,
        concedes=0.5,
        yields=True,
        retaliates=False,
        rules="tight",
    ),
    "sharer": Style(
        about="Shares and publishes all it knows and does nothing else.",
        asks=0.0,
        gives=0.0,
        readies=NEVER,
        shares=6,
        publishes=0.2,
        commits=NEVER,
        retaliates=False,
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
    yield from knowledge.state(at)
    yield from forces.stop(at)
    yield from forces.fight(at)
    yield from council.convene(at)
    for measure in at.view.situation.council.measures.values():
        if measure.open:
            yield from council.answer(at, measure)
            yield from council.win_over(at, measure)
        if measure.activated is None and measure.state != "failed":
            yield from forces.contribute(at, measure)
            yield from council.press(at, measure)
    yield from council.relax(at)
    yield from council.recall(at)
    yield from forces.guard(at)
    yield from forces.host(at)
    yield from diplomacy.reply(at)
    yield from diplomacy.bind(at)
    yield from diplomacy.soften(at)
    yield from forces.ready(at)
    yield from home.name(at)
    yield from home.protect(at)
    yield from home.relieve(at)
    yield from diplomacy.press(at)
    yield from forces.bound(at)
    yield from knowledge.ask(at)
    yield from knowledge.publish(at)
    yield from knowledge.share(at)
    yield from knowledge.brief(at)
