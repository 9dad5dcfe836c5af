"""Tab 6: reviews: key indicators with their history and shortfalls, aims, the situation as a whole, incidents."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from wargame.desk.bars import bar, history
from wargame.desk.lines import Key as Lead
from wargame.desk.lines import Para, Part, Role, blank, columns, heading, say
from wargame.desk.panels.parts import row
from wargame.model.scenario import allied_seats
from wargame.replay import names
from wargame.replay.summary_aims import Standing, standing
from wargame.replay.summary_council_lines import FAIR, level
from wargame.replay.summary_estimates import estimates
from wargame.replay.summary_forces import forces
from wargame.replay.summary_head import Head, head
from wargame.replay.summary_incidents import TASKS, Incidents, Met, author, fate, incidents
from wargame.replay.summary_nations import nations
from wargame.replay.summary_situation import TOP, Known, Seen, declared, fates, situated
from wargame.replay.summary_trends import AtHome, Point, trends
from wargame.replay.watch import Scene
from wargame.replay.wording import hours_words, listed, percent

CLOSE = 0.9
"""Of an aim, from where it is as good as reached."""
LOW_CAPITAL = 3.0
"""Political capital below which a nation can no longer do much."""


def paras(scene: Scene) -> Iterator[Para]:
    """Key indicators first, then what falls short, then the whole."""
    course = trends(scene)
    yield from _indicators(scene, course)
    yield from _shortfalls(scene, course[-1])
    yield from _aims(standing(scene))
    yield from _situation(scene)
    yield from _nations(scene)
    yield from _incidents(scene, incidents(scene))
    yield from _exercise(head(scene))


# --- key indicators ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Key:
    """One key indicator."""

    label: str
    of: Callable[[Point], float | None]
    words: Callable[[float], str]
    high: float | None = 1.0
    """Top of its history; None for the most there was."""
    remark: str = ""
    order: str = ""
    """Kind of decision that moves it; whoever chooses the line is shown that."""


def _indicators(scene: Scene, course: Sequence[Point]) -> Iterator[Para]:
    """A line each: the history, how it stands, how it has moved since the turn before."""
    yield say(("head", "KEY INDICATORS"), ("dim", "  turn by turn, the newest at the right"))
    rows: list[tuple[str | Part, ...]] = []
    leads: list[Lead | None] = []
    for key in _keys(scene, course[-1]):
        past = [key.of(point) for point in course]
        values = [value for value in past if value is not None]
        if not values:
            continue
        rows.append((key.label, ("friend", history(past, high=key.high)), key.words(values[-1]), _change(key, values)))
        leads.append(("decision", key.order) if key.order else None)
    yield from columns(rows, leads, indent=2)
    yield blank()


def _change(key: Key, values: Sequence[float]) -> Part:
    """How it has moved since the turn before."""
    now, then = values[-1], values[-2] if len(values) > 1 else values[-1]
    moved = "" if key.words(now) == key.words(then) else f"{'up' if now > then else 'down'} from {key.words(then)}"
    return "dim", ", ".join(filter(None, [key.remark, moved]))


def _keys(scene: Scene, now: Point) -> Iterator[Key]:
    """What a seat watches; what it cannot know is not among them."""
    yield from _own(scene, now)
    if scene.umpire or scene.view in allied_seats(scene.scenario):
        yield Key("cohesion", lambda each: each.cohesion, _graded)
        yield Key("trust between members", lambda each: each.trust, _graded)
        yield Key("forces asked for", lambda each: each.asked, _brigades, None)
        yield Key("forces activated", lambda each: each.activated, _brigades, max(now.asked, now.activated))
        yield Key("forces capable", lambda each: each.capable, _brigades, max(now.asked, now.capable))
    for name in now.rungs:
        yield Key(f"rung of {names.who(scene.scenario, name)}", _rung_of(name), "{:.0f}".format, float(TOP))
    if now.clashes:
        yield Key("clashes", lambda each: each.clashes, "{:.0f}".format, None)


def _rung_of(adversary: str) -> Callable[[Point], float | None]:
    return lambda each: each.rungs.get(adversary)


def _own(scene: Scene, now: Point) -> Iterator[Key]:
    """What is the nation's own."""
    if now.home is None:
        return
    most = scene.scenario.doctrine.play.capital_most
    base = head(scene).home
    usual = "" if base is None else f"usual {percent(base.support_base)}"
    yield Key("political capital", _at_home(lambda home: home.capital), "{:.1f}".format, most, f"of {most:g}")
    yield Key("domestic support", _at_home(lambda home: home.support), percent, 1.0, usual)
    yield Key("forces fit", _at_home(lambda home: home.fit), percent)
    yield Key("forces away", _at_home(lambda home: home.away), _brigades, None, order="offer_force")
    yield Key("attack, own estimate", lambda each: each.attack.get(scene.view), percent, order="state_probability")
    yield Key("own reports shared", _at_home(_shared), percent, 1.0, _of_reports(now.home), "release_report")
    yield Key("spent on the crisis", _at_home(lambda home: home.spent), "{:,.0f} million".format, None)


def _at_home(of: Callable[[AtHome], float | None]) -> Callable[[Point], float | None]:
    return lambda each: None if each.home is None else of(each.home)


def _shared(home: AtHome) -> float | None:
    return home.shared / home.own_reports if home.own_reports else None


def _of_reports(home: AtHome) -> str:
    return f"{home.shared} of {home.own_reports}"


def _graded(share: float) -> str:
    return f"{percent(share)} {level(share)}"


def _brigades(strength: float) -> str:
    return f"{strength:g} BE"


# --- shortfalls and aims -------------------------------------------------------------------------------------


def _shortfalls(scene: Scene, now: Point) -> Iterator[Para]:
    """What is less than it should be."""
    found = list(_short(scene, now))
    if found:
        yield heading("SHORTFALLS")
        yield from found
        yield blank()


def _short(scene: Scene, now: Point) -> Iterator[Para]:
    for each in forces(scene).requirements:
        missing = round(each.asked - each.capable, 2)
        if each.state == "adopted" and missing > 0.0 and each.met is None:
            where = names.place(scene.scenario, each.place)
            told = f": {missing:g} of {each.asked:g} BE at {where} not capable yet"
            yield say(("bad", "- "), ("key", each.measure), told, key=("measure", each.measure), indent=2)
    allied = scene.umpire or scene.view in allied_seats(scene.scenario)
    for word, share in (("Cohesion", now.cohesion), ("Trust between members", now.trust)):
        if allied and share < FAIR:
            yield say(("bad", "- "), f"{word} is low: {percent(share)}", indent=2)
    if now.home is not None and now.home.capital < LOW_CAPITAL:
        yield say(("bad", "- "), f"Political capital is low: {now.home.capital:.1f}", indent=2)


def _aims(known: Sequence[Standing]) -> Iterator[Para]:
    """The nation's own aims, as if the session ended now."""
    if not known:
        return
    yield say(("head", "YOUR AIMS"), ("dim", "  as they would stand if it ended now, as far as you can know"))
    for each in known:
        if each.reached is None:
            yield say(("dim", "cannot be known yet  "), each.text, indent=2)
            continue
        role: Role = "good" if each.reached >= CLOSE else "warn" if each.reached > 0.0 else "bad"
        yield say(*bar(each.reached, role, 10), (role, f" {percent(each.reached):>4}  "), each.text, indent=2, hang=17)
    yield blank()


# --- the situation -------------------------------------------------------------------------------------------


def _situation(scene: Scene) -> Iterator[Para]:
    """The adversary first, then the objectives and what has been said."""
    now = situated(scene, estimates(scene))
    yield heading("SITUATION")
    for seen in now.seen:
        yield _seen(scene, seen)
    for known in now.adversaries:
        yield from _known(scene, known)
    yield from (say(line, indent=2) for line in (*fates(scene, now), *declared(scene, now)))
    yield blank()


def _seen(scene: Scene, seen: Seen) -> Para:
    name: Part = ("hostile", names.who(scene.scenario, seen.adversary))
    if seen.rung is None:
        return say(name, f"  rung {seen.words}: {seen.why}", indent=2)
    beyond = f"; it has been at {seen.highest}" if seen.highest > seen.rung else ""
    return say(
        name,
        "  perceived ",
        *bar(seen.rung / TOP, "hostile", TOP),
        ("hostile", f" {seen.rung} {seen.words}"),
        ("dim", f"  {seen.why}{beyond}"),
        indent=2,
    )


def _known(scene: Scene, known: Known) -> Iterator[Para]:
    """An adversary as it is."""
    over = f", fighting ended {known.ended}" if known.ended is not None else ""
    yield say(
        ("hostile", names.who(scene.scenario, known.adversary)),
        "  ",
        *bar(known.rung / TOP, "hostile", TOP),
        ("hostile", f" {known.rung} {known.words}"),
        ("dim", f"  since {known.since}{over}, highest {known.highest}; {known.type}"),
        indent=2,
    )
    facts = [("mobilised", known.mobilised), ("believes the allies fight", known.resolve), ("hybrid", known.hybrid)]
    told = [f"{word} {percent(share)}" for word, share in facts if share is not None]
    told += [f"feigns preparations until {known.feint_until}"] if known.feint_until is not None else []
    if told:
        yield row("", "; ".join(told))
    if known.wills:
        surest = sorted(known.wills.items(), key=lambda item: -item[1])
        yield row("fights?", listed([f"{names.who(scene.scenario, one)} {percent(will)}" for one, will in surest], 40))
    if known.weighed:
        acts = ", ".join(f"{each.act.replace('_', ' ')} {percent(each.probability)}" for each in known.weighed)
        close = "" if known.margin is None else f"; force {known.margin:+.2f} against peace"
        yield row("weighed", f"{acts}{close}", ("dim", f"  {known.decided}"))


def _nations(scene: Scene) -> Iterator[Para]:
    """How things stand at home everywhere, for the umpire."""
    if not scene.umpire:
        return
    yield say(("head", "NATIONS"), ("dim", "  * publicly committed"))
    titles: tuple[str | Part, ...] = tuple(
        ("dim", word) for word in ("nation", "capital", "support", "resilience", "million")
    )
    those = nations(scene)
    rows: list[tuple[str | Part, ...]] = [
        (
            ("friend", names.who(scene.scenario, each.nation) + (" *" if each.committed else "")),
            f"{each.capital:.1f}",
            percent(each.support),
            percent(each.resilience),
            f"{each.spent:,.0f}",
        )
        for each in those
    ]
    yield from columns([titles, *rows], keys=[None, *(("nation", each.nation) for each in those)], indent=2)
    yield blank()


def _incidents(scene: Scene, known: Incidents) -> Iterator[Para]:
    """Disruptions, newest first, then damage and what forces do about it."""
    if not (known.met or known.damage or known.tasks):
        return
    yield heading("INCIDENTS")
    yield from (_met(scene, known, each) for each in known.met)
    for name, share in known.damage.items():
        where = names.place(scene.scenario, name)
        yield row("damage", ("bad", where), f" has lost {percent(share)} of its throughput", key=("place", name))
    for task in known.tasks:
        about = names.place(scene.scenario, names.who(scene.scenario, task.about))
        yield row(
            "at work",
            ("friend", names.force(scene.scenario, task.force)),
            f" {TASKS[task.task]} {about}, sent {task.since}",
        )
    yield blank()


def _met(scene: Scene, known: Incidents, met: Met) -> Para:
    whose = f"{names.who(scene.scenario, met.nation)} " if scene.umpire else ""
    where = f" at {names.place(scene.scenario, met.at)}" if met.at is not None else ""
    lasts = met.over is None or met.at in known.damage
    bears: Part = ("bad" if lasts else "dim", fate(known, met))
    return say(
        ("key", f"{whose}{met.incident}"),
        ("dim", f"  {met.time}  "),
        f"{names.MEANS[met.means]}{where}, bite {percent(met.bite)}, ",
        bears,
        f"; {author(scene, met)}",
        key=("incident", met.incident),
        indent=2,
        hang=4,
    )


def _exercise(now: Head) -> Iterator[Para]:
    """Where the exercise stands."""
    yield heading("EXERCISE")
    yield row("time", f"{now.date_time_group}, {now.instant}, H+{now.hours:.0f}")
    left = "after ENDEX" if now.ended is not None else f"{now.hours_to_endex / 24:.1f} days to ENDEX"
    yield row("play", f"turn {now.turn} of about {now.turns}; {left}")
    yield row("phase", f"{now.phase.number} of 6, {now.phase.name}: {now.phase.why}")
    tired = f"; forces {percent(now.tired)} less fit from full alert" if now.tired else ""
    pace = f"a turn lasts {hours_words(now.turn_hours)}"
    yield row("alert", f"{now.alert_words} (level {now.alert} of 3); {pace}{tired}")
