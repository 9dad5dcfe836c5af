"""Disruptions as their victims know them: what broke, who may be behind it, and who repairs it."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.clock import instant
from wargame.model.situation import IncidentState
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import limited, listed, percent, table, wrapped

MOST, TASKED = 14, 6
"""Lines spent on disruptions, newest first, and on forces at work."""
TASKS = {"networks": "to defend the networks of", "repair": "to repair", "relief": "to bring relief to"}
"""What a force was sent for. It may still be on its way."""


@dataclass(frozen=True, slots=True)
class Met:
    """A disruption that a nation met with."""

    nation: str
    incident: str
    """The nation's own label."""
    event: int
    """What an order about it answers."""
    time: str
    """Instant."""
    means: str
    at: str | None
    bite: float
    over: str | None
    """Instant."""
    author: str | None
    """Adversary that the services hold responsible; None for nobody, or while `confidence` is None."""
    confidence: float | None
    accused: str | None
    """Whom the government named in public."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a force was sent to do at home."""

    force: str
    task: str
    about: str
    since: str
    """Instant."""


@dataclass(frozen=True, slots=True)
class Incidents:
    """Disruptions, damage and who deals with them."""

    met: tuple[Met, ...]
    """Newest first."""
    damage: dict[str, float]
    """By location: share of its throughput that is lost."""
    tasks: tuple[Task, ...]


def incidents(scene: Scene) -> Incidents:
    """The disruptions that a view knows of."""
    met = [
        (state.event, _met(nation, label, state))
        for nation, at_home in scene.situation.nations.items()
        for label, state in at_home.incidents.items()
    ]
    return Incidents(
        met=tuple(each for _, each in sorted(met, key=lambda pair: -pair[0])),
        damage={name: state.damage for name, state in scene.situation.places.items() if state.damage > 0.0},
        tasks=tuple(
            Task(force, errand.task, errand.about, instant(errand.since))
            for force, errand in scene.situation.errands.items()
        ),
    )


def _met(nation: str, label: str, state: IncidentState) -> Met:
    return Met(
        nation=nation,
        incident=label,
        event=state.event,
        time=instant(state.time),
        means=state.means,
        at=state.at,
        bite=state.bite,
        over=None if state.over is None else instant(state.over),
        author=state.found,
        confidence=state.confidence,
        accused=state.accused,
    )


# --- in words ------------------------------------------------------------------------------------------------


def incident_lines(scene: Scene, known: Incidents) -> Iterator[str]:
    """Disruptions, newest first, then damage and what forces do about it."""
    yield from limited(table(_row(scene, known, each) for each in known.met), MOST, "older")
    if known.damage:
        lost = [f"{names.place(scene.scenario, name)} {percent(share)}" for name, share in known.damage.items()]
        yield from wrapped(f"Throughput lost: {listed(lost)}.", "  ", "    ")
    yield from limited((list(_task(scene, task)) for task in known.tasks), TASKED, "more at work")


def _task(scene: Scene, task: Task) -> Iterator[str]:
    about = names.place(scene.scenario, names.who(scene.scenario, task.about))
    force = names.force(scene.scenario, task.force)
    return wrapped(f"{force}: sent {TASKS[task.task]} {about}, {task.since}.", "  ", "    ")


def _row(scene: Scene, known: Incidents, met: Met) -> tuple[str, str, str]:
    whose = f"{names.who(scene.scenario, met.nation)} " if scene.umpire else ""
    where = f" at {names.place(scene.scenario, met.at)}" if met.at is not None else ""
    state = fate(known, met)
    words = f"{names.MEANS[met.means]}{where}, bite {percent(met.bite)}, {state}; {author(scene, met)} [{met.event}]"
    return met.time, whose + met.incident, words


def fate(known: Incidents, met: Met) -> str:
    """Whether it still bears. What was broken at a place stays broken until it is repaired."""
    if met.over is None:
        return "bears still"
    if met.at is None:
        return f"over {met.over}"
    return "its damage lasts" if met.at in known.damage else "its damage is repaired"


def author(scene: Scene, met: Met) -> str:
    """What is known of who was behind it."""
    if met.confidence is None:
        words = "author not known yet"
    elif met.author is None:
        words = f"services: an accident ({percent(met.confidence)} sure)"
    else:
        words = f"services: {names.who(scene.scenario, met.author)} ({percent(met.confidence)} sure)"
    return words if met.accused is None else f"{words}; accused in public: {names.who(scene.scenario, met.accused)}"
