"""Tab 5: indications and warning: the estimate and its history, what speaks for and against it, reports, contacts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import inf

from wargame.desk.bars import history
from wargame.desk.lines import Key, Para, Part, Role, blank, columns, heading, say
from wargame.desk.panels.parts import alarm, row
from wargame.model.clock import DAY, HOUR, parse_instant
from wargame.model.scenario import ATTACK_HYPOTHESES, HYPOTHESES
from wargame.replay import names
from wargame.replay.summary_estimates import Estimate, estimates
from wargame.replay.summary_indicators import Matrix, Sign, matrix, tells
from wargame.replay.summary_reports import Contact, Reported, became, reports, short_marking
from wargame.replay.summary_trends import Point, trends
from wargame.replay.watch import Scene
from wargame.replay.wording import age, ago, counted, few, listed, percent, plain_words, trend
from wargame.rules.sharing import URGENT

TELLING = 1.5
"""Times likelier, or less likely, from which an indicator is named as evidence."""
NAMED = 4
"""Indicators named for and against a hypothesis, those that say most."""
SPEAKS: dict[str, tuple[Role, str]] = {
    "strongly for": ("bad", "++"),
    "for": ("warn", "+"),
    "little": ("dim", "."),
    "against": ("good", "-"),
    "strongly against": ("good", "--"),
    "not watched": ("dim", " "),
}
SHORT = 70
"""Columns for a line of the warning list under its indicator."""
NEWEST = 40
"""Reports listed."""
STALE = 72.0
"""Hours after which a contact says little of where something is now."""


def paras(scene: Scene) -> Iterator[Para]:
    """The estimate, the evidence, reports and contacts."""
    known, found = estimates(scene), matrix(scene)
    if len(known) == 1 and not scene.umpire:
        yield from _own(scene, known[0], trends(scene), found)
    elif known:
        yield from _all(scene, known, trends(scene))
    yield from _matrix(scene, found)
    on_file = reports(scene)
    yield from _reports(scene, on_file.reports)
    yield from _contacts(scene, on_file.contacts)
    if not (known or on_file.reports):
        yield say(("dim", "No report has reached this seat, and it has no intelligence staff of its own."))


# --- the estimate --------------------------------------------------------------------------------------------


def _own(scene: Scene, own: Estimate, course: Sequence[Point], found: Matrix) -> Iterator[Para]:
    """The seat's own estimate: the attack, then each hypothesis with its history and the evidence."""
    yield say(("head", "ESTIMATE"), ("dim", f"  of {names.who(scene.scenario, own.nation)}'s staff, {own.assessed}"))
    past = [point.attack.get(own.nation) for point in course]
    role = alarm(own.attack)
    yield say(
        ("strong", "An attack is being prepared: "),
        (role, f"{own.words.upper()} {percent(own.attack)}"),
        (role or "friend", f"  {history(past, high=1.0)}"),
        ("dim", f"  {_moved(own.attack, own.day_ago)}"),
        key=("decision", "state_probability"),
        indent=2,
    )
    yield from _hypotheses(own, course)
    yield from _evidence(own, found)
    yield from _basis(own)
    yield blank()


def _moved(now: float, before: float | None) -> str:
    moved = trend(now, before)
    return f"{moved} a day ago" if moved.startswith(("up", "down")) else moved


def _hypotheses(own: Estimate, course: Sequence[Point]) -> Iterator[Para]:
    """One a line: how likely, and how likely it was held at each turn."""
    rows: list[tuple[str | Part, ...]] = []
    for place, each in enumerate(own.hypotheses):
        held = [point.hypotheses.get(own.nation) for point in course]
        past = [None if each is None else each[place] for each in held]
        likeliest = each.hypothesis == own.likeliest
        role: Role = "hostile" if each.hypothesis in ATTACK_HYPOTHESES else "friend"
        rows.append(
            (
                ("strong" if likeliest else "", names.HYPOTHESES[each.hypothesis]),
                ("strong" if likeliest else "", f"{percent(each.probability):>4}"),
                (role, history(past, high=1.0)),
            )
        )
    yield from columns(rows, indent=2)


def _evidence(own: Estimate, found: Matrix) -> Iterator[Para]:
    """For each hypothesis, the indicators that make it more and less likely."""
    if all(sign.ratios is None for sign in found.signs) or not found.days:
        return
    days = age(round(found.days * DAY))
    yield say(
        ("dim", f"Evidence of the last {days}; x4 is four times likelier under it than under the others:"), indent=2
    )
    for place, hypothesis in enumerate(HYPOTHESES):
        weighed = [(sign.ratios[place], sign) for sign in found.signs if sign.ratios is not None]
        speaking = sorted((each for each in weighed if each[0] >= TELLING), key=lambda each: -each[0])
        denying = sorted((each for each in weighed if each[0] <= 1.0 / TELLING), key=lambda each: each[0])
        parts: list[str | Part] = []
        if speaking:
            parts += [("warn", "for "), _named(speaking)]
        if denying:
            parts += ["; " if parts else "", ("good", "against "), _named(denying)]
        yield row(names.HYPOTHESES[hypothesis].ljust(18), *(parts or [("dim", "nothing clear")]))


def _named(weighed: Sequence[tuple[float, Sign]]) -> str:
    said = [f"{sign.indicator}{'' if sign.seen else ' (silent)'} {_times(ratio)}" for ratio, sign in weighed]
    return listed(said, NAMED)


def _times(ratio: float) -> str:
    """How many times likelier: `x8`, `x1/3`."""
    larger = ratio if ratio >= 1.0 else 1.0 / ratio if ratio else inf
    number = ">99" if larger > 99.0 else f"{larger:.0f}" if larger >= 3.0 else f"{larger:.1f}"
    return f"x{number}" if ratio >= 1.0 else f"x1/{number.removeprefix('>')}"


def _basis(own: Estimate) -> Iterator[Para]:
    """Who holds what, and what it rests on."""
    if own.services:
        said = [f"{name} {words} {percent(chance)}" for name, chance, words in own.services]
        yield row("services", "; ".join(said))
    warned = "no warning so far"
    if own.last_warning is not None:
        warned = f"{counted(own.warnings, 'warning')}, last {own.last_warning}"
        warned += f", {own.false_warnings} proven false" if own.false_warnings else ""
    stated = "" if own.stated is None else f"; government stated {percent(own.stated)} within 72 h"
    yield row("basis", f"{counted(own.reports, 'report')}; {warned}{stated}")


def _all(scene: Scene, known: Sequence[Estimate], course: Sequence[Point]) -> Iterator[Para]:
    """Every nation's estimate, the most alarmed first."""
    yield heading("ESTIMATES OF AN ATTACK BEING PREPARED")
    rows: list[tuple[str | Part, ...]] = []
    ranked = sorted(known, key=lambda each: -each.attack)
    for each in ranked:
        past = [point.attack.get(each.nation) for point in course]
        warned = "" if each.warned_hours_ago is None else f", warned {ago(round(each.warned_hours_ago * HOUR))}"
        rows.append(
            (
                ("friend", names.who(scene.scenario, each.nation)),
                f"{percent(each.attack):>4}",
                ("hostile", history(past, high=1.0)),
                f"{each.words}; {names.HYPOTHESES[each.likeliest]} likeliest{warned}",
            )
        )
    yield from columns(rows, keys=[("nation", each.nation) for each in ranked], indent=2)
    yield blank()


# --- the matrix ----------------------------------------------------------------------------------------------


def _matrix(scene: Scene, found: Matrix) -> Iterator[Para]:
    """The indicators: seen against expected, and what that says; under each its line of the warning list."""
    told = [each for each in found.signs if tells(each) or _evident(each, found)]
    if not told:
        return
    span = f"in the last {age(round(found.days * DAY))}" if found.days else "at STARTEX"
    yield say(("head", "INDICATORS"), ("dim", f"  {span}"))
    seen = "reports" if scene.umpire else "seen"
    head: tuple[str | Part, ...] = ("", *(("dim", word) for word in ("indicator", seen, *_heads(scene, found))))
    keys: list[Key | None] = [None, *(("indicator", each.indicator) for each in told)]
    titles, *rows = columns([head, *(_sign(scene, found, each) for each in told)], keys, indent=2)
    yield titles
    for each, line in zip(told, rows, strict=True):
        yield line
        yield say(("dim", names.shortened(names.indicator(scene.scenario, each.indicator), SHORT)), indent=6, hang=0)
    quiet = len(found.signs) - len(told)
    if quiet:
        yield say(("dim", f"{counted(quiet, 'indicator')} more, not seen or saying little"), indent=2)
    if _expects(scene, found):
        text = "routine, attack: how often own sensors would have reported it in that time, by planning figures, if "
        yield say(("dim", f"{text}nothing were afoot, and before a limited attack"), indent=2)
    if any(each.speaks for each in told):
        yield say(("dim", "++ strongly for an attack, + for, . little, - against, -- strongly against"), indent=2)
    yield blank()


def _evident(sign: Sign, found: Matrix) -> bool:
    """Whether it is named as evidence for or against a hypothesis."""
    return bool(found.days) and any(not 1.0 / TELLING < ratio < TELLING for ratio in sign.ratios or ())


def _expects(scene: Scene, found: Matrix) -> bool:
    """Whether the seat can tell what was to be expected: with sensors, and once time has passed."""
    return bool(found.days) and any(sign.routine is not None for sign in found.signs)


def _heads(scene: Scene, found: Matrix) -> list[str]:
    if scene.umpire:
        return ["truly shown", "mistaken", "last reported"]
    return ["routine", "attack", "last seen"] if _expects(scene, found) else ["last seen"]


def _sign(scene: Scene, found: Matrix, each: Sign) -> tuple[str | Part, ...]:
    last = "never" if each.age_hours is None else ago(round(each.age_hours * HOUR))
    if scene.umpire:
        middle: list[str | Part] = [f"{each.shown}", f"{each.mistaken}"]
    elif not _expects(scene, found):
        middle = []
    else:
        middle = [("dim", "-" if number is None else few(number)) for number in (each.routine, each.attack)]
    grades = f"  {' '.join(each.grades[:4])}" if each.grades else ""
    return (SPEAKS.get(each.speaks, ("", "")), each.indicator, f"{each.seen}", *middle, f"{last}{grades}")


# --- reports and contacts ------------------------------------------------------------------------------------


def _reports(scene: Scene, held: Sequence[Reported]) -> Iterator[Para]:
    """Every report, newest first, by the day on which it came."""
    if not held:
        return
    yield say(("head", "REPORTS"), ("dim", "  newest first; orders release, sanitise and publish them"))
    for day, those in groupby(held[:NEWEST], key=lambda each: each.received.partition("T")[0]):
        yield say(("dim", day), indent=2)
        for same in _alike(scene, those):
            yield report(scene, same[0], [each.holder for each in same])
    if len(held) > NEWEST:
        yield say(("dim", f"(+{len(held) - NEWEST} older)"), indent=2)
    yield blank()


def _alike(scene: Scene, held: Iterable[Reported]) -> Iterator[list[Reported]]:
    """Reports one by one; to the umpire one that came to several nations from outside at once is one report."""
    nations = {each.id for each in scene.scenario.nations}
    found: dict[object, list[Reported]] = {}
    for each in held:
        outside = scene.umpire and each.originator not in nations
        said = replace(each, holder="", report="", event=0) if outside else each
        found.setdefault(repr(said), []).append(each)
    yield from found.values()


def report(scene: Scene, each: Reported, holders: Sequence[str] = ()) -> Para:
    """A report: grade, what it says, source and age, who can read it, and what has become of it; to the umpire also who
    holds it, where several do under labels of their own all of these.
    """
    text = names.indicator(scene.scenario, each.indicator).strip().rstrip(".")
    urgent: list[str | Part] = [("bad", f"{each.precedence.upper()} ")] if each.precedence in URGENT else []
    wrong = each.disproved is not None
    label = f"{names.who(scene.scenario, each.holder)} {each.report}" if scene.umpire else each.report
    if len(holders) > 1:
        everybody = len(holders) == len(scene.scenario.nations)
        label = "all nations" if everybody else listed([names.who(scene.scenario, one) for one in holders], 4)
    return say(
        ("key", label),
        ("strong", f" {each.grade} "),
        *urgent,
        ("dim" if wrong else "", text),
        ("dim", f"  {_source(scene, each)}"),
        ("dim", f"; {_readers(scene, each)}"),
        ("bad" if wrong else "friend", "".join(f"; {said}" for said in became(scene, each))),
        key=("report", each.report),
        indent=2,
        hang=4,
    )


def _source(scene: Scene, each: Reported) -> str:
    """Where it comes from, where it was seen, and how long ago."""
    source = "own sensors" if each.originator == each.holder else f"from {names.who(scene.scenario, each.originator)}"
    where = f", near {names.place(scene.scenario, each.place)}" if each.place is not None else ""
    contact = f", contact {each.contact}" if each.contact is not None else ""
    seen = ago(scene.time - parse_instant(each.observed))
    return f"{plain_words(each.discipline)}, {source}{where}{contact}, seen {seen}"


def _readers(scene: Scene, each: Reported) -> str:
    """Who may have it."""
    return "all allies may read it" if each.marking == "RESTRICTED" else short_marking(scene, each.marking)


def _contacts(scene: Scene, known: Sequence[Contact]) -> Iterator[Para]:
    """Where the adversary's formations were seen last."""
    if not known:
        return
    yield heading("CONTACTS, AS LAST SEEN")
    rows: list[tuple[str | Part, ...]] = []
    for each in known:
        label = f"{names.who(scene.scenario, each.holder)} {each.contact}" if scene.umpire else each.contact
        where = f"near {names.place(scene.scenario, each.place)}" if each.place is not None else "place unknown"
        stale: Role = "dim" if each.age_hours > STALE else ""
        rows.append(
            (("hostile", label), (stale, ago(round(each.age_hours * HOUR))), (stale, f"{where} ({each.report})"))
        )
    yield from columns(rows, keys=[("report", each.report) for each in known], indent=2)
