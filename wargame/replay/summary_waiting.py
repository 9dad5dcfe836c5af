"""What waits for a seat: each thing that only it can answer, how long it can wait, and the order that answers it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from math import fsum

from wargame.model.clock import hours, instant
from wargame.model.decisions import CommitForce, Decision, TakePosition
from wargame.model.nation import Nation
from wargame.model.scenario import COMMANDER, HQ, RED, playing_seats
from wargame.model.situation import MeasureProgress, OfferState, RequestState
from wargame.model.view import View
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import percent, plain_words
from wargame.rules.combat import fights
from wargame.rules.deadlines import deadlines
from wargame.rules.economy import nation_of
from wargame.rules.generation import forces_of, lacking
from wargame.rules.legal import legal
from wargame.rules.talks import owner


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the seat."""

    what: str
    """In words."""
    kind: str
    """What it is about: `measure`, `offer`, `incident`, `nation`, `place` or `decision`."""
    name: str
    """Of that: `m1`, `h2`, the kind of a decision."""
    answers: tuple[str, ...]
    """Kinds of decision that answer it."""
    until: str | None = None
    """Instant after which it is too late."""
    hours: float | None = None
    """How long that is from now."""
    staged: bool = False
    """Whether an order that answers it is staged."""


def waiting(scene: Scene) -> tuple[Waiting, ...]:
    """What waits, what runs out soonest first; then what has no end."""
    if scene.situation.ended is not None or scene.view not in playing_seats(scene.scenario):
        return ()
    found = [*_statement(scene), *_council(scene), *_requests(scene), *_offers(scene)]
    nation = nation_of(scene.scenario, scene.view)
    if nation is not None:
        found += [*_forces(scene, nation), *_leave(scene), *_home(scene), *_battle(scene)]
    if scene.view == COMMANDER:
        found += _command(scene)
    decided = [order.decision for order in scene.orders if order.seat == scene.view]
    found = [replace(each, staged=any(meets(each, decision) for decision in decided)) for each in found]
    return tuple(sorted(found, key=lambda each: (each.hours is None, each.hours or 0.0)))


def meets(each: Waiting, decision: Decision) -> bool:
    """Whether a decision is one that answers it, about the same thing."""
    about = [getattr(decision, field.name) for field in fields(decision)]
    return decision.kind in each.answers and (each.kind == "decision" or each.name in about)


def _until(scene: Scene, time: int | None) -> tuple[str | None, float | None]:
    return (None, None) if time is None else (instant(time), hours(time - scene.time))


def _statement(scene: Scene) -> Iterator[Waiting]:
    """A probability that is to be stated in this turn."""
    for each in deadlines(scene.scenario, scene.situation, scene.view, scene.time):
        if each.kind == "statement":
            what = "State the probability of an attack within 72 h"
            yield Waiting(what, "decision", "state_probability", ("state_probability",), *_until(scene, each.time))


# --- the council ---------------------------------------------------------------------------------------------


def _council(scene: Scene) -> Iterator[Waiting]:
    """Texts without the seat's position, and broken ones that it can save."""
    council = scene.situation.council
    if scene.view == HQ and council.called is not None:
        what = "A consultation has been called; convene the council"
        yield Waiting(what, "decision", "convene_council", ("convene_council",))
    for measure in council.measures.values():
        yield from _text(scene, measure)


def _text(scene: Scene, measure: MeasureProgress) -> Iterator[Waiting]:
    text = f"{measure.id} {names.measure(scene.scenario, measure.text)}"
    asked = measure.circle or scene.scenario.alliance.members
    if measure.open and scene.view in asked and scene.view not in measure.positions:
        until = _until(scene, measure.silence_until if measure.state == "silence" else None)
        words = "under silence" if measure.state == "silence" else "waits for guidance"
        pressed = [names.who(scene.scenario, each.by) for each in measure.lobbied.get(scene.view, ())]
        urged = f"; {' and '.join(dict.fromkeys(pressed))} lobbied you" if pressed else ""
        mine = "you tabled it but have" if measure.by == scene.view else "you have"
        held = "your position is staged" if _staged(scene, measure.id) else f"{mine} not taken a position"
        what = f"{text}: {words}, {held}{urged}"
        yield Waiting(what, "measure", measure.id, ("take_position", "lobby"), *until)
    if measure.state == "broken" and scene.view in (measure.by, HQ):
        answers = ("narrow_measure", "change_venue")
        yield Waiting(
            f"{text}: silence was broken; it fails unless it is narrowed or taken to a smaller circle",
            "measure",
            measure.id,
            answers,
            *_until(scene, measure.silence_until),
        )


def _staged(scene: Scene, measure: str) -> bool:
    """Whether the seat has staged a position on a text."""
    own = (order.decision for order in scene.orders if order.seat == scene.view)
    return any(isinstance(each, TakePosition) and each.measure == measure for each in own)


def _command(scene: Scene) -> Iterator[Waiting]:
    """Adopted measures whose forces the commander has still to generate."""
    for measure in scene.situation.council.measures.values():
        if measure.state != "adopted" or measure.text.strength is None or measure.activated is not None:
            continue
        text = f"{measure.id} {names.measure(scene.scenario, measure.text)}: adopted"
        if measure.warned is None:
            answers: tuple[str, ...] = ("issue_activation_warning", "state_requirements")
            yield Waiting(f"{text}; warn nations of activation", "measure", measure.id, answers)
        elif measure.offers:
            yield Waiting(
                f"{text}; {len(measure.offers)} forces on offer, none activated",
                "measure",
                measure.id,
                ("order_activation",),
            )


# --- other seats ---------------------------------------------------------------------------------------------


def _requests(scene: Scene) -> Iterator[Waiting]:
    """Requests for information to the seat."""
    for request in scene.situation.requests.values():
        if request.open and request.to == scene.view:
            yield Waiting(
                _asked(scene, request),
                "nation",
                request.by,
                ("release_report",),
                *_until(scene, request.deadline),
            )


def _asked(scene: Scene, request: RequestState) -> str:
    asker, question = names.who(scene.scenario, request.by), f": {request.question}" if request.question else ""
    return f"{asker} asks what you know of {plain_words(request.about)}{question}; else your staff answers"


def _offers(scene: Scene) -> Iterator[Waiting]:
    """Offers to the seat's side that stand."""
    for name, offer in scene.situation.talks.offers.items():
        answers = _answer(scene, offer)
        if offer.stands(scene.time) and answers:
            deal = names.deal(scene.scenario, offer.body.objective, offer.body.share, offer.body.assurance)
            what = f"Offer {name} of {names.who(scene.scenario, offer.body.by)}: {deal}"
            yield Waiting(what, "offer", name, answers, *_until(scene, offer.body.until))


def _answer(scene: Scene, offer: OfferState) -> tuple[str, ...]:
    """Who answers an offer: the seat it goes to; an adversary's to the alliance can be accepted by the owner too."""
    to, adversaries = offer.body.to, {each.id for each in scene.scenario.adversaries}
    if scene.view == RED:
        return ("answer_offer",) if to in adversaries else ()
    if to == scene.view:
        return ("accept_offer", "refuse_offer")
    ours = owner(scene.scenario, offer.body.objective) == scene.view
    return ("accept_offer",) if to == HQ and ours else ()


def _leave(scene: Scene) -> Iterator[Waiting]:
    """Leave that others ask of the nation."""
    asked: dict[tuple[str, str], list[str]] = {}
    for (nation, grant), state in scene.situation.permissions.items():
        if state == "asked" and grant.by == scene.view:
            asked.setdefault((grant.what, grant.at), []).append(nation)
    for (what, at), those in asked.items():
        who = f"{names.all_of(scene.scenario, those)} {'asks' if len(those) == 1 else 'ask'}"
        if what == "access":
            words = f"{who} for access to {names.place(scene.scenario, at)}"
            yield Waiting(words, "place", at, ("grant_access",))
        else:
            yield Waiting(f"{who} for transit", "decision", "grant_transit", ("grant_transit",))


def _battle(scene: Scene) -> Iterator[Waiting]:
    """An ally's battle that the nation stays out of, though it has forces there or on their way."""
    view = View(scene.view, scene.scenario, scene.situation, scene.events)
    own = [name for name, force in scene.situation.forces.items() if force.nation == scene.view]
    for objective in scene.scenario.objectives:
        if fights(scene.situation, objective, scene.view):
            continue
        if any(legal(view, CommitForce(force=name, objective=objective.id)) is None for name in own):
            at = names.objective(scene.scenario, objective.id)
            what = f"{at} is under attack and you do not fight for it; commit a force, or stand aside"
            yield Waiting(what, "decision", "commit_force", ("commit_force",))


# --- at home -------------------------------------------------------------------------------------------------


def _forces(scene: Scene, nation: Nation) -> Iterator[Waiting]:
    """Adopted measures that lack forces, while the nation has free ones and has offered none."""
    forces = scene.situation.forces
    own = [forces[each.id] for each in nation.forces]
    free = any(each.status == "home" and each.offered is None for each in own)
    for measure in scene.situation.council.measures.values():
        if measure.state != "adopted" or measure.text.strength is None or measure.activated is not None:
            continue
        lacks = lacking(measure, forces_of(scene.scenario))
        mine = any(each.offered == measure.id for each in own)
        if free and not mine and lacks:
            text = names.measure(scene.scenario, measure.text)
            what = f"{measure.id} {text}: adopted, {_lacked(measure, measure.text.strength, lacks)}"
            yield Waiting(what, "measure", measure.id, ("offer_force",))


def _lacked(measure: MeasureProgress, agreed: float, lacks: float) -> str:
    """Offers count against what was agreed until requirements have been stated: these may ask for less or other."""
    if measure.lines:
        asked = fsum(each.strength for each in measure.lines)
        return f"{lacks:g} of the {asked:g} BE required are lacking, you have offered none"
    return f"{agreed - lacks:g} of {agreed:g} BE on offer, none of it yours"


def _home(scene: Scene) -> Iterator[Waiting]:
    """Disruptions that services lay at an adversary's door and the government has not spoken of."""
    for label, state in scene.situation.nations[scene.view].incidents.items():
        if state.found is not None and state.accused is None:
            accused = names.who(scene.scenario, state.found)
            sure = "" if state.confidence is None else f" ({percent(state.confidence)} sure)"
            what = f"{label} {names.MEANS[state.means]}: services hold {accused} responsible{sure}; accuse it or not"
            yield Waiting(what, "incident", label, ("attribute_attack",))
        elif state.over is None and state.at is not None and scene.situation.places[state.at].damage:
            what = f"{label} {names.MEANS[state.means]} at {names.place(scene.scenario, state.at)}: damaged still"
            yield Waiting(what, "place", state.at, ("repair",))
