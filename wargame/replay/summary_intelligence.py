"""A scene's intelligence in words: what staffs hold to be the case, and the newest reports."""

from collections.abc import Iterator

from wargame.model.clock import HOUR, instant
from wargame.model.happenings import ReportReceived
from wargame.model.scenario import HYPOTHESES
from wargame.model.situation import Picture, ReportState
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, counted, percent, plain_words, sentence
from wargame.rules.assessment import attack_probability, in_words, probabilities

REPORTS = 8
"""Newest reports shown."""
LATE = 12 * HOUR
"""A report this much older than its arrival says when the thing was seen."""
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
    return f"{words} {counted(len(picture.reports), 'report')}; {warned}.{stated}"


def _report(scene: Scene, held: ReportState) -> tuple[str, str, str, str]:
    body = held.body
    source = plain_words(body.discipline)
    if body.originator != scene.view:
        source += f", from {names.who(scene.scenario, body.originator)}"
    text = next((each.text for each in scene.scenario.indicators if each.id == body.indicator), body.indicator)
    words = f"{source}: {sentence(text)}{_seen(scene, held, body)} [{held.event}]"
    return instant(held.received), body.report, f"{body.reliability}{body.credibility}", words


def _seen(scene: Scene, held: ReportState, body: ReportReceived) -> str:
    """Where, by whom and when, as far as it is known and worth saying."""
    parts = []
    if body.contact is not None:
        parts.append(f"contact {body.contact}")
    if body.place is not None:
        parts.append(f"near {names.place(scene.scenario, body.place)}")
    if held.received - body.observed >= LATE:
        parts.append(f"seen {instant(body.observed)}")
    return f" ({', '.join(parts)})" if parts else ""
