"""What nations know, asked each other and told the world."""

from dataclasses import dataclass, field
from typing import Literal

from wargame.model import happenings as happened

ConsentState = Literal["asked", "granted", "refused"]
SanitisedState = Literal["begun", "ready"]


@dataclass(slots=True)
class ReportState:
    """A report as its holder has it."""

    event: int
    received: int
    body: happened.ReportReceived
    released_to: tuple[str, ...] = ()
    consents: dict[str, ConsentState] = field(default_factory=dict)
    """By recipient: what its originator says to passing it on."""
    sanitised: SanitisedState | None = None
    """Whether a version that hides its source is being prepared, or is ready."""
    published: bool = False
    disproved: int | None = None
    """When it came out that there was nothing to it."""


@dataclass(slots=True)
class Picture:
    """What one nation's intelligence staff holds to be the case."""

    reports: dict[str, ReportState] = field(default_factory=dict)
    by_originator: dict[str, list[ReportState]] = field(default_factory=dict)
    """The same, by whose sensors saw it, in the order in which they came."""
    log_odds: tuple[float, ...] = ()
    """Of each hypothesis against routine, the national estimate; empty before the first assessment."""
    services: tuple[tuple[float, ...], ...] = ()
    """The same of each service, in the order of SERVICES."""
    assessed: int = 0
    warned: int | None = None
    """Event of the last warning."""
    warned_at: int | None = None
    """When that was."""
    warnings: int = 0
    false_warnings: int = 0
    """Warnings that came to nothing."""
    stated: list[tuple[int, float]] = field(default_factory=list)
    tasked: dict[str, str] = field(default_factory=dict)
    """By discipline: the indicator that it watches for first."""
    leaks: list[tuple[int, str]] = field(default_factory=list)
    """Leaks of its own reports that it found out: when, and of which discipline."""

    def file(self, held: ReportState) -> None:
        """Enter a report."""
        self.reports[held.body.report] = held
        self.by_originator.setdefault(held.body.originator, []).append(held)


@dataclass(slots=True)
class RequestState:
    """A request for information, as the asking and the asked seat have it."""

    event: int
    by: str
    to: str
    about: str
    """Category of indicators."""
    question: str | None
    asked: int
    deadline: int
    reports: int | None = None
    """Reports released in answer, once it is closed."""

    @property
    def open(self) -> bool:
        """Whether it can still be answered."""
        return self.reports is None


@dataclass(slots=True)
class Disclosure:
    """Something that the world was told has been seen."""

    time: int
    by: str
    """A nation, or `media`."""
    indicator: str
    disproved: int | None = None
