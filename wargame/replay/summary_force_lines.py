"""A scene's forces in words."""

from collections.abc import Iterator, Sequence
from math import fsum

from wargame.model.clock import HOUR
from wargame.replay import names
from wargame.replay.summary_forces import AT_HOME, Fight, Forces, Formation, Permission, Place, Requirement
from wargame.replay.watch import Scene
from wargame.replay.wording import age, counted, limited, listed, plain_words, table, wrapped

PASSAGE = 8
"""Lines spent on leave to pass."""
REQUIRED, OWN, MOST, AT_HOME_LINES = 14, 20, 24, 14
"""Lines spent on measures that ask for forces, on own forces, on allied forces under way, and on nations' forces at
home, those of the strongest first."""


def force_lines(scene: Scene, known: Forces) -> Iterator[str]:
    """Objectives and the fighting for them, then what measures ask for and how far it has come."""
    for place in known.objectives:
        yield from wrapped(_place(scene, place), "  ", "    ")
    for fight in known.fights:
        yield from wrapped(_fight(scene, fight), "  ", "    ")
    alive = [each for each in known.requirements if each.state != "failed"]
    newest_first = list(reversed(alive))
    unmet_first = sorted(newest_first, key=lambda each: each.met is not None)
    wanted = [list(wrapped(_required(scene, each), "  ", "    ")) for each in unmet_first]
    yield from limited(wanted, REQUIRED, "more measures")


def own_lines(scene: Scene, known: Forces) -> Iterator[str]:
    """The seat's own forces, and the adversary's for those who know them."""
    own = [each for each in known.formations if each.nation == scene.view]
    if own:
        yield from limited(_rows(scene, own), OWN, "more")
    if known.opposing:
        rows = [("force", "kind", "BE", "at STARTEX")]
        rows += [
            (each.force, plain_words(each.kind), f"{each.strength:g}", names.place(scene.scenario, each.at))
            for each in known.opposing
        ]
        yield from limited(table(rows, right=(2,)), OWN, "more")


def _fight(scene: Scene, fight: Fight) -> str:
    words = f"Fighting for {names.objective(scene.scenario, fight.objective)}: {listed(fight.engaged) or 'nobody yet'}"
    words += f"; counter-attacking: {listed(fight.attacking)}" if fight.attacking else ""
    words += f"; a cease-fire is offered by the {listed(fight.cease_fire)}" if fight.cease_fire else ""
    return f"{words}."


def allied_lines(scene: Scene, known: Forces) -> Iterator[str]:
    """Allied forces that are under way, offered or in place."""
    others = [each for each in known.formations if each.nation != scene.view]
    at_work = [each for each in others if active(each)]
    if at_work:
        yield from limited(_rows(scene, at_work), MOST, "more")


def passage_lines(scene: Scene, known: Forces) -> Iterator[str]:
    """Leave to use places and to pass, and who is served first."""
    found = {held: [names.who(scene.scenario, each) for each in those] for held, those in grants(scene, known).items()}
    for state in ("refused", "asked"):
        said = [
            f"{state.upper()}: {what} to {listed(those)}." for (held, what), those in found.items() if held == state
        ]
        yield from limited((list(wrapped(line, "  ", "    ")) for line in said), PASSAGE, "more")
    given = [f"{what} to {_how_many(those)}" for (held, what), those in found.items() if held == "given"]
    if given:
        yield from wrapped(f"Given: {listed(given)}.", "  ", "    ")
    if known.lift_first:
        yield from wrapped(f"Lift serves first: {listed(known.lift_first)}.", "  ", "    ")
    for place, those in known.port_first.items():
        yield from wrapped(f"{names.place(scene.scenario, place)} handles first: {listed(those)}.", "  ", "    ")


def grants(scene: Scene, known: Forces) -> dict[tuple[str, str], list[str]]:
    """By what has become of it, and what it is: the nations that need such leave."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in known.permissions:
        found.setdefault((each.state, _grant(scene, each)), []).append(each.nation)
    return found


def _grant(scene: Scene, each: Permission) -> str:
    if each.what == "access":
        return f"access to {names.place(scene.scenario, each.at)}"
    return f"transit through {names.who(scene.scenario, each.by) if each.by else 'the border to ' + each.at}"


def _how_many(those: Sequence[str]) -> str:
    return those[0] if len(those) == 1 else f"{len(those)} nations"


def active(each: Formation) -> bool:
    """Whether a force is offered, under way or at work."""
    return each.status not in AT_HOME or each.offered_to is not None or each.readied or each.errand is not None


def _place(scene: Scene, place: Place) -> str:
    name = names.objective(scene.scenario, place.objective)
    words = f"{name}: {place.capable:g} BE of allied forces capable"
    if place.capable:
        words += f" (worth {place.effective:.1f})"
    words += f", {place.coming:g} BE coming" if place.coming else ""
    return f"{words}; its own defence was {place.defence:g} BE at STARTEX."


def _required(scene: Scene, required: Requirement) -> str:
    where = names.place(scene.scenario, required.place)
    parts = [f"{required.measure} asks for {required.asked:g} BE at {where}"]
    if required.activated:
        parts.append(f"{required.activated:g} BE activated, {required.capable:g} BE capable")
    else:
        parts.append(f"{required.offered:g} BE on offer")
        parts += ["activation warning issued"] if required.warned else []
        parts += [f"force generation in round {required.round}"] if required.round else []
    parts.append(f"requirement met {required.met}" if required.met is not None else "requirement not met")
    if required.lines and required.met is None:
        parts.append(f"lines: {listed(required.lines)}")
    for state in ("granted", "sought", "refused"):
        those = [nation for nation, mandate in required.mandates.items() if mandate == state]
        if those:
            parts.append(f"mandate {state}: {names.all_of(scene.scenario, those)}")
    return "; ".join(parts) + "."


def _rows(scene: Scene, those: Sequence[Formation]) -> Iterator[list[str]]:
    rows = [("force", "kind", "BE", "status")]
    rows += [(each.force, plain_words(each.kind), f"{each.strength:g}", doing(scene, each)) for each in those]
    return table(rows, "  ", right=(2,))


def doing(scene: Scene, each: Formation) -> str:
    """Where a force is and what it does, waits for or is reserved for."""
    at, to = names.place(scene.scenario, each.at), names.place(scene.scenario, each.bound_for or "")
    match each.status:
        case "home":
            words = f"at {at}" if each.notice_left is not None else f"at {at}, notice {each.notice:g} h"
        case "notice":
            words = f"serving notice at {at}"
        case "waiting":
            words = f"ready to load at {at}, waits for {'its mandate' if _unmandated(scene, each) else 'lift'}"
        case "loading":
            words = f"loading at {at}"
        case "moving":
            words = f"on its way to {to}, due {each.due}"
        case "arrived":
            words = f"{'integrating' if _there(scene, each) else 'in transit'} at {at}"
        case "capable":
            words = f"CAPABLE at {at}, worth {each.effective:.1f}"
        case _:
            words = f"may not move from {at}"
    return ", ".join(filter(None, [words, *_besides(scene, each)]))


def _unmandated(scene: Scene, each: Formation) -> bool:
    measure = scene.situation.council.measures.get(each.offered_to or "")
    return measure is not None and measure.mandates.get(each.nation) == "sought"


def _there(scene: Scene, each: Formation) -> bool:
    measure = scene.situation.council.measures.get(each.offered_to or "")
    return measure is None or measure.text.place in (None, each.at)


def _besides(scene: Scene, each: Formation) -> Iterator[str]:
    if each.destination not in (None, each.bound_for, each.at):
        yield f"bound for {names.place(scene.scenario, each.destination or '')}"
    if each.national and each.destination is not None:
        yield "under national command"
    if each.notice_left is not None:
        yield f"{age(round(each.notice_left * HOUR))} of notice left" if each.notice_left else "notice served"
    if each.offered_to is not None:
        yield f"{'for' if each.activated else 'offered to'} {each.offered_to}"
    if each.errand is not None:
        yield f"sent on an errand: {each.errand}"
    if each.caveats:
        yield f"caveat: {listed([plain_words(caveat) for caveat in each.caveats])}"


def home_lines(scene: Scene, known: Forces) -> Iterator[str]:
    """Allied forces that are doing nothing, a line a nation, the strongest first."""
    idle = [each for each in known.formations if each.nation != scene.view and not active(each)]
    if not idle:
        return
    by_nation: dict[str, list[Formation]] = {}
    for each in idle:
        by_nation.setdefault(each.nation, []).append(each)
    strength = fsum(each.strength for each in idle)
    yield f"  {counted(len(idle), 'force')}, {strength:.1f} BE, free to be offered:"
    strongest = sorted(by_nation.items(), key=lambda item: -fsum(each.strength for each in item[1]))
    rows = (_nation_row(scene, nation, those) for nation, those in strongest)
    yield from limited(table(rows, "    "), AT_HOME_LINES, "more nations", "    ")


def _nation_row(scene: Scene, nation: str, those: Sequence[Formation]) -> tuple[str, str, str]:
    strength = fsum(each.strength for each in those)
    what = listed([f"{each.strength:g} {plain_words(each.kind)}" for each in those], 5)
    least, most = min(each.notice for each in those), max(each.notice for each in those)
    notice = f"{least:g} h" if least == most else f"{least:g} to {most:g} h"
    return names.who(scene.scenario, nation)[:20], f"{strength:.1f} BE", f"{what}; notice {notice}"
