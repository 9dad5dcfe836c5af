"""What a government says in the council: calling it, tabling measures, taking positions."""

from collections.abc import Iterator

from wargame.model.decisions.consultation import CallConsultation, MeasureText, TableMeasure, TakePosition
from wargame.model.happenings import WarningIssued
from wargame.model.situation import MeasureProgress
from wargame.model.view import View
from wargame.players.style import Desk, Proposal
from wargame.rules.assessment import in_words
from wargame.rules.consultation import position, position_utility


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
        if not pursued(desk.view, text):
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
        yield text, f"{objective.name} cannot be held without help"
    if view.situation.alert < style.alert:
        yield MeasureText(kind="heighten_readiness"), "shorter turns and readier staffs"
    if style.speaks:
        yield MeasureText(kind="statement"), "words cost nothing"


def pursued(view: View, text: MeasureText) -> bool:
    """Whether a measure of this kind is open or in force already; words and alerts can be said again."""
    measures = [each for each in view.situation.council.measures.values() if each.text.kind == text.kind]
    if text.kind in ("statement", "heighten_readiness"):
        return any(each.open for each in measures)
    return any(each.state != "failed" for each in measures)


def stand(desk: Desk, measure: MeasureProgress) -> str:
    """Where the government stands on a measure."""
    parameters = desk.view.scenario.doctrine.consultation
    gain = position_utility(parameters, desk.threat, desk.nation.stake, measure.text, desk.attacked)
    return position(gain + desk.style.leaning)


def answer(desk: Desk, measure: MeasureProgress) -> Iterator[Proposal]:
    """Take a position, once; break only while silence runs."""
    where = stand(desk, measure)
    if measure.open and desk.nation.id not in measure.positions and (where != "break" or measure.state == "silence"):
        why = f"threat {in_words(desk.threat)}, stake {desk.nation.stake:.2f}"
        yield TakePosition(measure=measure.id, position=where), measure.event, why  # type: ignore[arg-type]
