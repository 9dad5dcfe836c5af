"""Tab 3: what is asked for and how far it has come; own forces; allied ones by nation; passage and priorities."""

from collections.abc import Iterator, Sequence
from math import fsum

from wargame.desk.bars import bar
from wargame.desk.lines import Para, Part, Role, blank, heading, say
from wargame.desk.panels.parts import LABEL, row
from wargame.replay import names
from wargame.replay.summary_force_lines import active, doing, grants
from wargame.replay.summary_forces import Fight, Forces, Formation, Place, Requirement, forces
from wargame.replay.summary_planning import Planned, planned
from wargame.replay.watch import Scene
from wargame.replay.wording import counted, listed, percent, plain_words
from wargame.rules.estimate import HOURS_A_DAY

MOVING = frozenset({"notice", "waiting", "loading", "moving", "arrived"})


def paras(scene: Scene) -> Iterator[Para]:
    """The need first, then the seat's own forces, then its allies'."""
    known = forces(scene)
    yield from _sections(
        _needs(scene, known),
        _objectives(scene, known),
        _own(scene, known),
        _opposing(scene, known),
        _allied(scene, known),
        _passage(scene, known),
    )


def _sections(*parts: Iterator[Para]) -> Iterator[Para]:
    """Sections with an empty line between them."""
    first = True
    for part in parts:
        told = list(part)
        if told and not first:
            yield blank()
        first = first and not told
        yield from told
    if first:
        yield say(("dim", "This seat knows of no forces."))


# --- what is asked for ---------------------------------------------------------------------------------------


def _needs(scene: Scene, known: Forces) -> Iterator[Para]:
    """Each measure that asks for forces: the requirement against what is offered, activated and capable."""
    alive = [each for each in known.requirements if each.state != "failed"]
    if not alive:
        return
    yield heading("WHAT IS ASKED FOR")
    newest_first = list(reversed(alive))
    for each in sorted(newest_first, key=lambda each: each.met is not None):
        yield from _need(scene, each)


def _need(scene: Scene, each: Requirement) -> Iterator[Para]:
    met: Part = ("good", f"met {each.met}") if each.met is not None else ("warn", _stage(each))
    where = names.place(scene.scenario, each.place)
    yield say(
        ("key", each.measure),
        ("strong", f"  {each.asked:g} BE"),
        f" at {where}  ",
        met,
        key=("measure", each.measure),
        indent=2,
        hang=4,
    )
    if each.met is not None:
        return
    yield _against("offered", each.offered, each.asked)
    if each.activated:
        yield _against("activated", each.activated, each.asked)
        yield _against("capable", each.capable, each.asked)
    yield from _lines(scene, each)
    for state in ("granted", "sought", "refused"):
        those = [nation for nation, mandate in each.mandates.items() if mandate == state]
        if those:
            role: Role = "bad" if state == "refused" else "dim"
            yield row("mandate", (role, f"{state}: "), names.all_of(scene.scenario, those), indent=4)


def _lines(scene: Scene, each: Requirement) -> Iterator[Para]:
    """The statement of requirements, in a row for each place and time."""
    wanted: dict[tuple[str, str], list[str]] = {}
    for line in scene.situation.council.measures[each.measure].lines:
        wanted.setdefault((line.at, line.by), []).append(f"{line.strength:g} {plain_words(line.capability)}")
    for (at, by), those in wanted.items():
        yield row("lines", ", ".join(those), f" at {names.place(scene.scenario, at)} by {by}", indent=4)


def _against(label: str, amount: float, asked: float) -> Para:
    """An amount against what was asked for."""
    short = asked - amount
    rest = f", {short:g} BE short" if round(short, 2) > 0.0 else ""
    role: Role = "good" if not rest else "friend"
    return row(label, *bar(amount / asked if asked else 1.0, role), f" {amount:g} BE{rest}", indent=4)


def _stage(each: Requirement) -> str:
    """How far the generation of forces is."""
    if each.state != "adopted":
        return "before the council"
    if each.activated:
        return "activated, not yet met"
    said = ["not yet activated"]
    said += ["warning issued"] if each.warned else []
    said += [f"round {each.round} of force generation"] if each.round else []
    return ", ".join(said)


def _objectives(scene: Scene, known: Forces) -> Iterator[Para]:
    """What stands at each objective."""
    if known.objectives or known.fights:
        yield heading("OBJECTIVES")
    yield from (_objective(scene, each) for each in known.objectives)
    yield from (_fight(scene, each) for each in known.fights)


def _objective(scene: Scene, place: Place) -> Para:
    worth = f" (worth {place.effective:.1f})" if place.capable else ""
    coming = f", {place.coming:g} BE coming" if place.coming else ""
    return say(
        ("strong", names.objective(scene.scenario, place.objective)),
        f"  {place.capable:g} BE of allied forces capable{worth}{coming}",
        ("dim", f"; own defence {place.defence:g} BE at STARTEX"),
        indent=2,
    )


def _fight(scene: Scene, fight: Fight) -> Para:
    parts: list[str | Part] = [
        ("bad", f"Fighting for {names.objective(scene.scenario, fight.objective)}: "),
        listed(fight.engaged) or "nobody yet",
    ]
    parts += [f"; counter-attacking: {listed(fight.attacking)}"] if fight.attacking else []
    parts += [("key", f"; cease-fire offered by the {listed(fight.cease_fire)}")] if fight.cease_fire else []
    return say(*parts, indent=2)


# --- formations ----------------------------------------------------------------------------------------------


def _own(scene: Scene, known: Forces) -> Iterator[Para]:
    """The seat's own forces, each with the staff's estimate."""
    own = [each for each in known.formations if each.nation == scene.view]
    if not own:
        return
    able = fsum(each.strength for each in own if each.status == "capable")
    yield say(
        ("head", "YOUR FORCES"),
        f"  {counted(len(own), 'force')}, {fsum(each.strength for each in own):.1f} BE, {able:.1f} capable",
    )
    reckoned = planned(scene)
    for each in own:
        yield _force(scene, each, own=True)
        estimates = [one for one in reckoned if one.force == each.force]
        if estimates:
            yield say(("dim", f"if ordered now: {_estimates(scene, estimates)}"), indent=6)


def _force(scene: Scene, each: Formation, *, own: bool) -> Para:
    """A force: what it is, and what it does; of the seat's own also its name and how fit it is."""
    named: list[Part] = [("strong", f"  {each.name}")] if own else []
    fit = f", {percent(each.ready)} fit" if own else ""
    return say(
        (_status_role(each) or "friend", each.force),
        *named,
        ("dim", f"  {plain_words(each.kind)}, {each.strength:g} BE{fit}  "),
        (_status_role(each), doing(scene, each)),
        key=("force", each.force),
        indent=2 if own else 4,
        hang=4,
    )


def _status_role(each: Formation) -> Role:
    if each.status == "refused":
        return "bad"
    return "good" if each.status == "capable" else "friend" if each.status in MOVING else ""


def _estimates(scene: Scene, those: Sequence[Planned]) -> str:
    said = []
    for each in those:
        where = names.objective(scene.scenario, each.objective)
        if each.hours is None:
            said.append(f"no way leads to {where}")
        else:
            low, middle, high = (one / HOURS_A_DAY for one in each.hours)
            said.append(f"capable at {where} in {middle:.0f} d ({low:.0f} to {high:.0f})")
    return "; ".join(said)


def _opposing(scene: Scene, known: Forces) -> Iterator[Para]:
    """The adversary's, for those who know them."""
    if not known.opposing:
        return
    yield heading("ADVERSARY" if scene.umpire else "YOUR FORCES")
    for each in known.opposing:
        yield say(
            ("hostile", each.force),
            ("strong", f"  {each.name}"),
            ("dim", f"  {plain_words(each.kind)}, {each.strength:g} BE  "),
            f"at {names.place(scene.scenario, each.at)} at STARTEX",
            key=("force", each.force),
            indent=2,
            hang=4,
        )


def _allied(scene: Scene, known: Forces) -> Iterator[Para]:
    """By nation: what is offered or under way a line each, the rest in one."""
    others = [each for each in known.formations if each.nation != scene.view]
    if not others:
        return
    yield heading(
        "FORCES OF THE ALLIANCE" if scene.view not in {each.nation for each in known.formations} else "ALLIES"
    )
    by_nation: dict[str, list[Formation]] = {}
    for each in others:
        by_nation.setdefault(each.nation, []).append(each)
    busiest = sorted(by_nation.items(), key=lambda item: not any(map(active, item[1])))
    for nation, those in busiest:
        yield from _nation(scene, nation, those)


def _nation(scene: Scene, nation: str, those: Sequence[Formation]) -> Iterator[Para]:
    at_work, idle = [each for each in those if active(each)], [each for each in those if not active(each)]
    whole = fsum(each.strength for each in those)
    name = names.who(scene.scenario, nation)
    free = _idle(idle)
    if not at_work:
        yield say(("friend", name), ("dim", f"  {whole:.1f} BE free: "), free, key=("nation", nation), indent=2)
        return
    yield say(("friend", name), ("dim", f"  {whole:.1f} BE"), key=("nation", nation), indent=2)
    for each in at_work:
        yield _force(scene, each, own=False)
    if idle:
        yield say(("dim", "free: "), free, indent=4)


def _idle(those: Sequence[Formation]) -> str:
    """Forces that do nothing, with how long they need to make ready."""
    said = [f"{each.strength:g} {plain_words(each.kind)}" for each in those]
    if not said:
        return ""
    least, most = min(each.notice for each in those), max(each.notice for each in those)
    notice = f"{least:g} h" if least == most else f"{least:g} to {most:g} h"
    return f"{listed(said, 6)}; notice {notice}"


# --- passage -------------------------------------------------------------------------------------------------


def _passage(scene: Scene, known: Forces) -> Iterator[Para]:
    """Leave to use places and to pass, and who is served first."""
    found = grants(scene, known)
    if not (found or known.lift_first or known.port_first):
        return
    yield heading("PASSAGE AND PRIORITIES")
    for state, role in (("refused", "bad"), ("asked", "warn"), ("given", "good")):
        for what, those in ((what, those) for (held, what), those in found.items() if held == state):
            marked: Part = ("bad" if role == "bad" else "warn" if role == "warn" else "good", state.ljust(LABEL))
            to = names.all_of(scene.scenario, those) if len(those) <= 4 else counted(len(those), "nation")
            yield say(marked, f"{what} ", ("dim", f"to {to}"), indent=2, hang=LABEL)
    if known.lift_first:
        yield row("lift", "serves first: ", listed(known.lift_first))
    for place, first in known.port_first.items():
        yield row("port", f"{names.place(scene.scenario, place)} handles first: {listed(first)}")
