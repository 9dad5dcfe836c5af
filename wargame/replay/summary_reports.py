"""The newest intelligence reports and the contacts they are about."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.model.clock import HOUR, instant
from wargame.model.happenings import ReportReceived
from wargame.model.situation import ReportState
from wargame.replay import names
from wargame.replay.watch import Scene
from wargame.replay.wording import ago, limited, listed, plain_words, table
from wargame.rules.sharing import URGENT

MOST, CONTACTS = 20, 8
"""Lines spent on the newest reports, and on contacts."""
LATE = 12 * HOUR
"""A report this much older than its arrival says when the thing was seen."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A report as its holder reads it."""

    holder: str
    report: str
    event: int
    """What an order about it answers."""
    received: str
    """Instant."""
    observed: str
    """Instant."""
    late: bool
    """Whether what it tells is much older than its arrival."""
    grade: str
    """Reliability of the source and credibility of what it says (Admiralty code)."""
    discipline: str
    originator: str
    indicator: str
    contact: str | None
    place: str | None
    released_to: tuple[str, ...]
    precedence: str
    marking: str
    """Classification and who may have it, as written on the report: `SECRET//REL TO aldva`."""
    confirms: str | None
    """The holder's first report on the same thing, where it has one."""
    disproved: str | None
    """Instant at which it came out that there was nothing to it."""
    consents: dict[str, str]
    """By recipient: what its originator says to passing it on."""
    sanitised: str | None
    """Whether a version that hides its source is begun or ready; `is` for one that is such a version."""
    published: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """A formation of the adversary as it was last seen; its label is its holder's own."""

    holder: str
    contact: str
    place: str | None
    seen: str
    """Instant."""
    age_hours: float
    report: str


@dataclass(frozen=True, slots=True)
class Reports:
    """What is on file."""

    reports: tuple[Reported, ...]
    """Newest first."""
    contacts: tuple[Contact, ...]
    """Newest first."""


def reports(scene: Scene) -> Reports:
    """The reports that a view holds; an umpire sees every nation's."""
    held = sorted(
        (state for picture in scene.situation.pictures.values() for state in picture.reports.values()),
        key=lambda state: -state.event,
    )
    return Reports(tuple(_reported(state) for state in held), tuple(_contacts(scene, held)))


def _reported(state: ReportState) -> Reported:
    body = state.body
    return Reported(
        holder=body.nation,
        report=body.report,
        event=state.event,
        received=instant(state.received),
        observed=instant(body.observed),
        late=state.received - body.observed >= LATE,
        grade=f"{body.reliability}{body.credibility}",
        discipline=body.discipline,
        originator=body.originator,
        indicator=body.indicator,
        contact=body.contact,
        place=body.place,
        released_to=tuple(sorted(state.released_to)),
        precedence=body.precedence,
        marking=_marking(body),
        confirms=body.confirms,
        disproved=None if state.disproved is None else instant(state.disproved),
        consents=dict(state.consents),
        sanitised="is" if body.sanitised else state.sanitised,
        published=state.published,
    )


def _marking(body: ReportReceived) -> str:
    """Classification, originator's control and nations it is cleared for, as it is written on reports."""
    parts = [plain_words(body.classification).upper()]
    if body.control in ("noforn", "orcon"):
        parts.append(body.control.upper())
    if body.rel_to and body.control != "noforn":
        parts.append(f"REL TO {', '.join(body.rel_to)}")
    return "//".join(parts)


def _contacts(scene: Scene, held: list[ReportState]) -> Iterator[Contact]:
    newest: dict[tuple[str, str], ReportState] = {}
    for state in held:
        if state.body.contact is not None:
            key = (state.body.nation, state.body.contact)
            if key not in newest or newest[key].body.observed < state.body.observed:
                newest[key] = state
    for (holder, contact), state in sorted(newest.items(), key=lambda item: -item[1].body.observed):
        body = state.body
        hours = round((scene.time - body.observed) / HOUR, 6)
        yield Contact(holder, contact, body.place, instant(body.observed), hours, body.report)


# --- in words ------------------------------------------------------------------------------------------------


def report_lines(scene: Scene, known: Reports) -> Iterator[str]:
    """The newest reports, each with its grade, then where contacts were seen last."""
    yield from limited(table(_report(scene, each) for each in known.reports), MOST, "older")


def contact_lines(scene: Scene, known: Reports) -> Iterator[str]:
    """Where the adversary's formations were seen last, and how long ago."""
    yield from limited(table(_contact(scene, each) for each in known.contacts), CONTACTS, "older")


def _contact(scene: Scene, each: Contact) -> tuple[str, str, str]:
    label = f"{names.who(scene.scenario, each.holder)} {each.contact}" if scene.umpire else each.contact
    where = f"near {names.place(scene.scenario, each.place)}" if each.place is not None else "place unknown"
    return label, ago(round(each.age_hours * HOUR)), f"{where} ({each.report})"


def _report(scene: Scene, told: Reported) -> tuple[str, str, str, str]:
    text = names.indicator(scene.scenario, told.indicator).strip().rstrip(".")
    details = [told.precedence.upper()] if told.precedence in URGENT else []
    details.append(plain_words(told.discipline))
    if told.marking != "RESTRICTED":
        details.append(short_marking(scene, told.marking))
    if told.originator != told.holder:
        details.append(f"from {names.who(scene.scenario, told.originator)}")
    if told.contact is not None:
        details.append(f"contact {told.contact}")
    if told.place is not None:
        details.append(f"near {names.place(scene.scenario, told.place)}")
    if told.late:
        details.append(f"seen {told.observed}")
    details += became(scene, told)
    label = f"{names.who(scene.scenario, told.holder)} {told.report}" if scene.umpire else told.report
    return told.received, label, told.grade, f"{text} ({', '.join(details)}) [{told.event}]"


def short_marking(scene: Scene, marking: str) -> str:
    """As short as people write it: `S//NOFORN`, `S//REL TO Kasmar`."""
    head, cleared, those = marking.replace("TOP SECRET", "TS").replace("SECRET", "S").partition("REL TO ")
    return head + cleared + ", ".join(names.who(scene.scenario, each) for each in those.split(", "))


def became(scene: Scene, told: Reported) -> Iterator[str]:
    """What has become of a report since it came."""
    if told.confirms is not None:
        yield f"confirms {told.confirms}"
    if told.disproved is not None:
        yield f"DISPROVED {told.disproved}"
    if told.sanitised is not None:
        yield {"is": "source hidden", "begun": "being sanitised", "ready": "sanitised"}[told.sanitised]
    if told.released_to:
        yield f"released to {names.all_of(scene.scenario, told.released_to)}"
    for answer in ("asked", "granted", "refused"):
        those = [names.who(scene.scenario, to) for to, state in told.consents.items() if state == answer]
        if those:
            yield f"consent {answer} for {listed(those, 4)}"
    if told.published:
        yield "published"
