"""What intelligence staffs hold to be the case, in the words of ICD 203, and how it has moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.model.clock import DAY, HOUR, hours, instant
from wargame.model.happenings import Assessed
from wargame.model.reports import SERVICES
from wargame.model.scenario import HYPOTHESES
from wargame.model.situation import Picture
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import ago, columns, counted, listed, percent, trend, wrapped
from wargame.rules.assessment import attack_probability, in_words, probabilities

MOVED_SINCE = DAY
"""Estimates are compared with what they were so long ago."""
MOST = 12
"""Nations whose estimates are listed one by one."""


@dataclass(frozen=True, slots=True)
class Share:
    """One hypothesis and how likely a staff holds it to be."""

    hypothesis: str
    probability: float
    day_ago: float | None
    """None when there was no estimate then."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A nation's estimate."""

    nation: str
    attack: float
    """Probability that an attack, limited or major, is being prepared."""
    words: str
    day_ago: float | None
    services: tuple[tuple[str, float, str], ...]
    """What each of its services holds: its name, the probability of an attack, and the words for it."""
    hypotheses: tuple[Share, ...]
    assessed: str
    """Instant."""
    reports: int
    warnings: int
    false_warnings: int
    """Warnings that came to nothing."""
    last_warning: str | None
    """Instant."""
    warned_hours_ago: float | None
    stated: float | None
    """Probability of an attack within 72 h that its government stated last."""

    @property
    def likeliest(self) -> str:
        return max(self.hypotheses, key=lambda each: each.probability).hypothesis


def estimates(scene: Scene) -> tuple[Estimate, ...]:
    """The estimates that a view knows of: its own, or all when the umpire looks."""
    before = _a_day_ago(scene)
    return tuple(
        _estimate(scene, nation, picture, before.get(nation))
        for nation, picture in scene.situation.pictures.items()
        if picture.log_odds
    )


def _a_day_ago(scene: Scene) -> dict[str, tuple[float, ...]]:
    """The newest estimates that were a day old or older."""
    then: dict[str, tuple[float, ...]] = {}
    for event in scene.events:
        if event.time > scene.time - MOVED_SINCE:
            break
        if isinstance(event.body, Assessed):
            then[event.body.nation] = event.body.log_odds
    return then


def _estimate(scene: Scene, nation: str, picture: Picture, before: Sequence[float] | None) -> Estimate:
    now, then = probabilities(picture.log_odds), probabilities(before) if before else None
    attack = attack_probability(picture.log_odds)
    warned = picture.warned_at
    return Estimate(
        nation=nation,
        attack=round(attack, 6),
        words=in_words(attack),
        day_ago=None if before is None else round(attack_probability(before), 6),
        services=tuple(_services(picture)),
        hypotheses=tuple(
            Share(hypothesis, round(chance, 6), None if then is None else round(then[index], 6))
            for index, (hypothesis, chance) in enumerate(zip(HYPOTHESES, now, strict=True))
        ),
        assessed=instant(picture.assessed),
        reports=len(picture.reports),
        warnings=picture.warnings,
        false_warnings=picture.false_warnings,
        last_warning=None if warned is None else instant(warned),
        warned_hours_ago=None if warned is None else hours(scene.time - warned),
        stated=picture.stated[-1][1] if picture.stated else None,
    )


def _services(picture: Picture) -> Iterator[tuple[str, float, str]]:
    for name, odds in zip(SERVICES, picture.services, strict=False):
        attack = attack_probability(odds)
        yield name, round(attack, 6), in_words(attack)


# --- in words ------------------------------------------------------------------------------------------------


def estimate_lines(scene: Scene, known: Sequence[Estimate]) -> Iterator[str]:
    """One nation's estimate hypothesis by hypothesis; several nations' side by side."""
    if len(known) == 1 and not scene.umpire:
        yield from _own(scene, known[0])
    elif known:
        yield from _all(scene, known)


def _own(scene: Scene, own: Estimate) -> Iterator[str]:
    moved = trend(own.attack, own.day_ago)
    since = f", {moved}{'' if moved == 'steady' else ' a day ago'}" if moved else ""
    yield from wrapped(
        f"{names.who(scene.scenario, own.nation)}'s staff hold an attack being prepared to be "
        f"{own.words.upper()} ({percent(own.attack)}){since}.",
        "  ",
        "  ",
    )
    rows = [
        (names.HYPOTHESES[each.hypothesis], percent(each.probability), trend(each.probability, each.day_ago))
        for each in own.hypotheses
    ]
    yield from columns(rows, indent="    ", right=(1,))
    if own.services:
        said = [f"the {name} service holds it {words} ({percent(chance)})" for name, chance, words in own.services]
        yield from wrapped(f"Of its services {listed(said)}.", "  ", "  ")
    yield from wrapped(_basis(own), "  ", "  ")


def _basis(own: Estimate) -> str:
    words = f"Based on {counted(own.reports, 'report')}; "
    if own.last_warning is None:
        words += "no warning so far"
    else:
        words += f"{counted(own.warnings, 'warning')}, last {own.last_warning}"
        words += f", {own.false_warnings} of them proven false" if own.false_warnings else ""
    if own.stated is not None:
        words += f"; the government stated {percent(own.stated)} for an attack within 72 h"
    return words + "."


def _all(scene: Scene, known: Sequence[Estimate]) -> Iterator[str]:
    """The most alarmed first where there are too many to list."""
    shown = list(known) if len(known) <= MOST else sorted(known, key=lambda each: -each.attack)[:MOST]
    rows = [("staff of", "an attack is", "", "day ago", "likeliest", "warned", "stated")]
    rows += [
        (
            names.who(scene.scenario, each.nation)[:12],
            each.words,
            percent(each.attack),
            "-" if each.day_ago is None else percent(each.day_ago),
            names.HYPOTHESES[each.likeliest],
            "no" if each.warned_hours_ago is None else ago(round(each.warned_hours_ago * HOUR)),
            "-" if each.stated is None else percent(each.stated),
        )
        for each in shown
    ]
    yield from columns(rows, right=(2, 3))
    if len(known) > len(shown):
        yield f"  (+{len(known) - len(shown)} less alarmed)"
