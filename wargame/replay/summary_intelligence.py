"""A scene's intelligence in words: what staffs hold to be the case, and the newest reports."""

from collections.abc import Iterator

from wargame.model.clock import HOUR, instant
from wargame.model.happenings import MediaReported, PublicationDisproved, PublicationMade, ReportReceived
from wargame.model.reports import SERVICES
from wargame.model.scenario import HYPOTHESES, Scenario
from wargame.model.situation import Picture, ReportState
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, counted, percent, plain_words, sentence
from wargame.rules.assessment import attack_probability, in_words, probabilities
from wargame.rules.sharing import URGENT

REPORTS = 8
"""Newest reports shown."""
LATE = 12 * HOUR
"""A report this much older than its arrival says when the thing was seen."""
MARKS = {"restricted": "R", "secret": "S", "top_secret": "TS"}
"""Classifications as they are written on reports."""
HYPOTHESIS_WORDS = {
    "routine": "routine activity",
    "exercise": "exercise or bluff",
    "coercion": "coercion",
    "limited_attack": "limited attack",
    "major_attack": "major attack",
}


def intelligence(scene: Scene, umpire: bool) -> Iterator[str]:
    """Each nation's assessment; the seat's own newest reports, unless every nation's are there."""
    pictures = scene.situation.pictures
    rows = [(names.who(scene.scenario, nation), _assessment(scene, picture)) for nation, picture in pictures.items()]
    yield from columns(row for row in rows if row[1])
    if not umpire:
        held = [report for picture in pictures.values() for report in picture.reports.values()]
        newest = sorted(held, key=lambda each: -each.event)[:REPORTS]
        yield from columns(_report(scene, each) for each in newest)
        if len(held) > REPORTS:
            yield f"  ({len(held) - REPORTS} earlier)"
        if newest:
            yield "  A number in [ ] is the event that an order can say it answers."


def _assessment(scene: Scene, picture: Picture) -> str:
    if not picture.log_odds:
        return ""
    attack = attack_probability(picture.log_odds)
    each = zip(HYPOTHESES, probabilities(picture.log_odds), strict=True)
    shares = ", ".join(f"{HYPOTHESIS_WORDS[hypothesis]} {percent(chance)}" for hypothesis, chance in each)
    warned = counted(picture.warnings, "warning")
    if picture.warned is not None:
        warned += f", the last {instant(scene.events[picture.warned - 1].time)}"
    words = f"An attack being prepared is {in_words(attack)} ({percent(attack)}): {shares}."
    stated = f" Stated: {percent(picture.stated[-1][1])} within 72 h." if picture.stated else ""
    return f"{words}{_services(picture)} {counted(len(picture.reports), 'report')}; {warned}.{stated}"


def _services(picture: Picture) -> str:
    """What each service holds, where they can be told apart."""
    held = [in_words(attack_probability(odds)) for odds in picture.services]
    if not held:
        return ""
    if len(set(held)) == 1:
        return " Both services hold it so." if held[0] == in_words(attack_probability(picture.log_odds)) else ""
    said = ", ".join(f"the {name} service {words}" for name, words in zip(SERVICES, held, strict=True))
    return f" Of this {said}."


def _report(scene: Scene, held: ReportState) -> tuple[str, str, str, str]:
    body = held.body
    source = plain_words(body.discipline)
    if body.originator != scene.view:
        source += f", from {names.who(scene.scenario, body.originator)}"
    words = f"{source}: {sentence(indicator(scene.scenario, body.indicator))}{_seen(scene, held, body)} [{held.event}]"
    return instant(held.received), body.report, f"{body.reliability}{body.credibility}", words


def _seen(scene: Scene, held: ReportState, body: ReportReceived) -> str:
    """Where, by whom and when, as far as it is known and worth saying."""
    parts = [MARKS[body.classification] + _control(scene, body)] if body.classification != "restricted" else []
    if body.precedence in URGENT:
        parts.insert(0, body.precedence.upper())
    if body.confirms is not None:
        parts.append(f"confirms {body.confirms}")
    if held.disproved is not None:
        parts.append(f"disproved {instant(held.disproved)}")
    if body.contact is not None:
        parts.append(f"contact {body.contact}")
    if body.place is not None:
        parts.append(f"near {names.place(scene.scenario, body.place)}")
    if held.received - body.observed >= LATE:
        parts.append(f"seen {instant(body.observed)}")
    return f" ({', '.join(parts)})" if parts else ""


def _control(scene: Scene, body: ReportReceived) -> str:
    """Who may have it, as it is written on the report."""
    if body.control in ("noforn", "releasable"):
        return "//NOFORN" if body.control == "noforn" else ""
    named = f"//REL TO {', '.join(names.who(scene.scenario, each) for each in body.rel_to)}" if body.rel_to else ""
    return ("//ORCON" if body.control == "orcon" else "") + named


def disclosed(scenario: Scenario, body: object) -> str | None:
    """What the world was told, as news."""
    match body:
        case MediaReported(indicator=name):
            return f"News: {sentence(indicator(scenario, name))}"
        case PublicationMade(nation=nation, indicator=name):
            return f"{names.who(scenario, nation)} publishes what it knows: {sentence(indicator(scenario, name))}"
        case PublicationDisproved(nation=nation, indicator=name):
            return f"What {names.who(scenario, nation)} published was wrong: {sentence(indicator(scenario, name))}"
    return None


def indicator(scenario: Scenario, name: str) -> str:
    """A line of the warning list."""
    return next((each.text for each in scenario.indicators if each.id == name), name)
