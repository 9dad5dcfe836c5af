"""What a government says in the council: calling it, tabling measures, taking positions."""

from collections.abc import Iterator

from wargame.model.decisions.consultation import (
    CallConsultation,
    Lobby,
    MeasureText,
    PositionKind,
    SidePayment,
    TableMeasure,
    TakePosition,
)
from wargame.model.decisions.forces import HastenMandate
from wargame.model.happenings import WarningIssued
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.players.style import REMEMBERS, Desk, Proposal
from wargame.rules.assessment import in_words
from wargame.rules.positions import owners, stance

CALM = 0.5
"""Share of its threshold of warning below which a government finds an alert no longer needed."""

BEHIND: frozenset[PositionKind] = frozenset({"accept", "accept_with_caveat"})
"""Positions of who stands behind a measure."""


def convene(desk: Desk) -> Iterator[Proposal]:
    """When alarmed, bring the council together and put a reinforcement before it."""
    council = desk.view.situation.council
    warned = desk.picture.warned
    if not desk.alarmed or (desk.style.needs_warning and warned is None):
        return
    if council.convened is None:
        yield CallConsultation(), warned, f"{_alarm(desk)}: attack {in_words(desk.threat)}"
        return
    for text, why in _texts(desk):
        yield TableMeasure(measure=text), council.convened, why


def _alarm(desk: Desk) -> str:
    """What the call is made on."""
    warned = desk.picture.warned
    on_warning = warned is not None and isinstance(desk.view.log[warned - 1].body, WarningIssued)
    return "staff warn" if on_warning else "signs enough"


def _texts(desk: Desk) -> Iterator[tuple[MeasureText, str]]:
    """The measures that this government wants, most wanted first, each with its reason."""
    view, style = desk.view, desk.style
    for objective in view.scenario.objectives if style.asks else ():
        strength = round(style.asks * objective.defence, 1)
        text = MeasureText(kind="deploy", place=objective.at, strength=strength)
        if not pursued(view, text) or (desk.threat >= style.reinforces and _all_sent(view, text)):
            yield text, f"{objective.name} cannot be held without help"
    others = []
    if view.situation.alert < style.alert:
        others.append((MeasureText(kind="heighten_readiness"), "shorter turns and readier staffs"))
    if desk.attacked:
        others.append((MeasureText(kind="collective_defence"), "an attack on one is an attack on all"))
    if style.speaks:
        others.append((MeasureText(kind="statement"), "words cost nothing"))
    yield from ((text, why) for text, why in others if not pursued(view, text))


def pursued(view: View, text: MeasureText) -> bool:
    """Whether a measure of this kind, to this place, is open or in force; words and alerts can be said again."""
    listed = view.situation.council.measures.values()
    measures = [each for each in listed if (each.text.kind, each.text.place) == (text.kind, text.place)]
    if text.kind in ("statement", "heighten_readiness", "stand_down"):
        return any(each.open for each in measures)
    return any(each.state != "failed" for each in measures)


def _all_sent(view: View, text: MeasureText) -> bool:
    """Whether every deployment to this place has been decided and its forces ordered to move."""
    listed = view.situation.council.measures.values()
    measures = [each for each in listed if (each.text.kind, each.text.place) == (text.kind, text.place)]
    return all(each.state == "failed" or each.activated is not None for each in measures)


def stand(desk: Desk, measure: MeasureProgress) -> PositionKind:
    """Where the government stands on a measure."""
    if measure.id not in desk.stands:
        desk.stands[measure.id] = stance(desk.view, desk.nation, measure, desk.threat, desk.style.leaning)
    return desk.stands[measure.id]


def backs(desk: Desk, measure: MeasureProgress) -> bool:
    """Whether the government stands behind a measure, with or without a caveat."""
    return stand(desk, measure) in BEHIND


def answer(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """On what is open: take a position while silence runs; before that only to back the nation's own cause, or what its
    own staff has alarmed it about. Capitals take their time: whoever speaks before them is not waited for.
    """
    before = measure.positions.get(desk.nation.id)
    if before in BEHIND or (measure.state == "guidance" and not _own_cause(desk, measure)):
        return
    where = stand(desk, measure)
    if measure.state == "guidance" and where != "accept":
        return
    if before is None or where in BEHIND:
        why = f"threat {in_words(desk.threat)}, stake {desk.nation.stake:.2f}"
        yield TakePosition(measure=measure.id, position=where), measure.event, why


def _own_cause(desk: Desk, measure: MeasureProgress) -> bool:
    """Whether the nation tabled the measure, is whom it is to help, is alarmed itself, or eager by its style."""
    mine = desk.nation.id in (measure.by, *owners(desk.view.scenario, measure.text))
    return mine or desk.alarmed or desk.style.leaning > 0.0


def win_over(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """While it is open, lobby those who stand in the way of the nation's own cause, once each; pay whom that has not
    helped with.
    """
    if measure.by != desk.nation.id or not backs(desk, measure):
        return
    against = [nation for nation, position in measure.positions.items() if position in ("abstain", "break")]
    for nation in against[: desk.style.lobbies]:
        if nation not in measure.lobbied:
            lobby = Lobby(nation=nation, measure=measure.id, position="accept")
            yield lobby, measure.event, "the measure needs them all"
        elif desk.style.pays:
            pay = SidePayment(nation=nation, measure=measure.id, position="accept", currency="burden_credit")
            yield pay, measure.event, "what words do not bring about, a bargain may"


def press(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """Press parliament once a measure that the government backs is adopted and the threat is near."""
    sought = measure.state == "adopted" and measure.mandates.get(desk.nation.id) == "sought"
    if sought and (desk.threat >= desk.style.readies or desk.attacked) and backs(desk, measure):
        yield HastenMandate(measure=measure.id), measure.event, "forces wait for leave to move"


def relax(desk: Desk) -> Iterator[Proposal]:
    """Propose to stand down from an alert when nothing speaks for it any more."""
    council = desk.view.situation.council
    if not desk.view.situation.alert:
        return
    if desk.threat >= CALM * desk.nation.threshold or desk.warned_lately or desk.attacked:
        return
    text = MeasureText(kind="stand_down")
    if not _recently_raised(desk.view) and not pursued(desk.view, text):
        yield TableMeasure(measure=text), council.convened, "the alert has outlived its reason"


def _recently_raised(view: View) -> bool:
    """Whether the alert was raised a short while ago."""
    raised = [each for each in view.situation.council.measures.values() if each.text.kind == "heighten_readiness"]
    return any(each.decided is not None and view.time - each.decided <= REMEMBERS for each in raised)
