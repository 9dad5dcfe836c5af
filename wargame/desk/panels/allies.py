"""Tab 4: every ally in a block; then the adversary, third parties, pressure and people."""

from collections.abc import Iterator, Sequence

from wargame.desk.bars import bar
from wargame.desk.lines import Para, Part, Role, blank, heading, say
from wargame.desk.panels.council import LABELS
from wargame.desk.panels.parts import level_role, meter, row
from wargame.replay import names
from wargame.replay.summary_allies import Ally, Bond, Exchanged, Kept, allies
from wargame.replay.summary_council_lines import level
from wargame.replay.summary_world import Offer, Sanctions, World, world
from wargame.replay.telling.bonds import OVER
from wargame.replay.watch import Scene
from wargame.replay.wording import counted, listed, percent, plain_words

THIRD = {"neutral": "neutral", "patron": "stands behind one side", "united_nations": "can mediate"}
"""What kinds of third parties do."""
BITTER = 0.3
"""From where a dispute is bitter."""


def paras(scene: Scene) -> Iterator[Para]:
    """Allies one by one, then what goes on around the alliance."""
    known = allies(scene)
    if known:
        yield say(("head", "ALLIES"), ("dim", f"  {_caption(scene)}"))
        common = [bond for bond in known[0].bonds if all(bond in each.bonds for each in known)]
        if common:
            yield row("all are", ("dim", f"bound by {listed([_bond(bond) for bond in common])}"))
        for each in known:
            yield from _ally(scene, each, common)
        yield blank()
    around = list(_around(scene, world(scene)))
    yield from around
    if not (known or around):
        yield say(("dim", "Nothing is known to this seat of talks, pressure or third parties."))


def _caption(scene: Scene) -> str:
    if scene.view in scene.scenario.alliance.members:
        return "your trust in each, and theirs in you"
    return "how far members trust each, on average"


# --- an ally -------------------------------------------------------------------------------------------------


def _ally(scene: Scene, each: Ally, common: Sequence[Bond]) -> Iterator[Para]:
    """A line with the trust, then a row for everything there is to say."""
    name = names.who(scene.scenario, each.nation)
    back: list[str | Part] = []
    if each.trusts is not None:
        back = [("dim", "  in you "), (level_role(each.trusts), f"{percent(each.trusts)} {level(each.trusts)}")]
    width = max(len(names.who(scene.scenario, one)) for one in scene.scenario.alliance.members)
    marks = _marks(each)
    yield say(
        ("friend", f"{name:<{width}}  "), *meter(each.trusted), *back, *marks, key=("nation", each.nation), indent=2
    )
    yield from _bound(each, common)
    yield from _council(each)
    yield from _forces(each)
    yield from _reports(each.exchanged)
    yield from _word(scene, each)
    yield from _disputes(scene, each)


def _marks(each: Ally) -> list[str | Part]:
    """What matters most of it, at a glance."""
    marks: list[str | Part] = []
    if each.fights is not None:
        marks.append(("good", "  FIGHTS") if each.fights else ("bad", "  STANDS ASIDE"))
    if each.committed is not None:
        marks.append(("good", "  committed"))
    if each.exchanged.asks:
        marks.append(("key", "  asks you for information"))
    return marks


def _bound(each: Ally, common: Sequence[Bond]) -> Iterator[Para]:
    """What it has agreed to besides what all have."""
    besides = [_bond(bond) for bond in each.bonds if bond not in common]
    if besides:
        yield row("also" if common else "bound by", listed(list(dict.fromkeys(besides))), indent=4)


def _bond(bond: Bond) -> str:
    if bond.tier is not None:
        return f"{plain_words(bond.kind)} ({plain_words(bond.tier)})"
    if bond.clarity is not None:
        return f"{plain_words(bond.kind)} ({percent(bond.clarity)} clear)"
    return plain_words(bond.kind)


def _council(each: Ally) -> Iterator[Para]:
    """Its record before the council."""
    by_stand: dict[str, list[str]] = {}
    for measure, stand in each.positions:
        by_stand.setdefault(LABELS[stand], []).append(measure)
    said = [f"{stand} {', '.join(those)}" for stand, those in by_stand.items()]
    said += [f"tabled {', '.join(each.tabled)}"] if each.tabled else []
    said += [f"lobbies you on {', '.join(each.lobbies)}"] if each.lobbies else []
    if said:
        yield row("council", "; ".join(said), indent=4)


def _forces(each: Ally) -> Iterator[Para]:
    """What it has put up of what it has."""
    sent, parts = each.sent, []
    for label, amount in (("offered", sent.offered), ("activated", sent.activated), ("capable", sent.capable)):
        parts += [f"{amount:g} {label}"] if amount else []
    if not parts and not each.mandates:
        return
    refused = [measure for measure, state in each.mandates.items() if state == "refused"]
    sought = [measure for measure, state in each.mandates.items() if state == "sought"]
    more: list[str | Part] = [("bad", f"; mandate refused for {', '.join(refused)}")] if refused else []
    more += [("warn", f"; mandate sought for {', '.join(sought)}")] if sought else []
    yield row("forces", f"{', '.join(parts) or 'nothing on offer'} of {sent.all:g} BE", *more, indent=4)


def _reports(both: Exchanged) -> Iterator[Para]:
    """What it has told the seat, and been told."""
    said = [f"{counted(both.received, 'report')} from it"] if both.received else []
    said += [f"{both.given} to it"] if both.given else []
    if both.asked:
        waits = f", {both.waits} open" if both.waits else ""
        said.append(f"answered {both.answered} of {counted(both.asked, 'request')}{waits}")
    if said:
        yield row("reports", "; ".join(said), indent=4)


def _word(scene: Scene, each: Ally) -> Iterator[Para]:
    """How it has kept its word, and what it has done in public."""
    parts: list[str | Part] = []
    if each.committed is not None:
        parts += [("good", "committed itself in public"), ("dim", f" {each.committed}")]
    for kept in (True, False):
        over = [one for one in each.kept if one.kept == kept]
        if over:
            role: Role = "good" if kept else "bad"
            way = "kept its word to you over" if kept else "BROKE its word to you over"
            last = f" (last {over[0].time})"
            parts += ["; " if parts else "", (role, f"{way} {_promises(over)}"), ("dim", last)]
    for adversary, share in each.sanctions.items():
        parts += [
            "; " if parts else "",
            f"stopped {percent(share)} of its trade with {names.who(scene.scenario, adversary)}",
        ]
    if each.accused:
        parts += ["; " if parts else "", f"accused {names.all_of(scene.scenario, each.accused)} in public"]
    if parts:
        yield row("record", *parts, indent=4)


def _promises(those: Sequence[Kept]) -> str:
    """What they were about, and how often."""
    counts: dict[str, int] = {}
    for each in those:
        about = OVER.get(each.promise, plain_words(each.promise))
        counts[about] = counts.get(about, 0) + 1
    return listed([about if count == 1 else f"{about} x{count}" for about, count in counts.items()])


def _disputes(scene: Scene, each: Ally) -> Iterator[Para]:
    """With whom it quarrels."""
    said: list[str | Part] = []
    for quarrel in sorted(each.quarrels, key=lambda one: one.other != scene.view):
        other = "you" if quarrel.other == scene.view else names.who(scene.scenario, quarrel.other)
        role: Role = "bad" if quarrel.bitterness >= BITTER else "warn"
        mediated = ", mediated" if quarrel.mediated else ""
        said += [", " if said else "", (role, f"with {other} ({percent(quarrel.bitterness)}{mediated})")]
    if said:
        yield row("dispute", *said, indent=4)


# --- around the alliance -------------------------------------------------------------------------------------


def _around(scene: Scene, known: World) -> Iterator[Para]:
    """Talks with the adversary, third parties, pressure, people."""
    talks = list(_talks(scene, known))
    if talks:
        yield heading("TALKS WITH THE ADVERSARY")
        yield from talks
        yield blank()
    thirds = list(_third_parties(scene, known))
    if thirds:
        yield heading("THIRD PARTIES")
        yield from thirds
        yield blank()
    rest = [*_pressure(scene, known), *_people(scene, known)]
    if rest:
        yield heading("PRESSURE AND RELIEF")
        yield from rest


def _talks(scene: Scene, known: World) -> Iterator[Para]:
    for channel in known.channels:
        ends = f"{names.who(scene.scenario, channel.seat)} and {names.who(scene.scenario, channel.adversary)}"
        state: Part = ("bad", "LEAKED") if channel.leaked else ("dim", "secret")
        yield row("channel", f"between {ends} since {channel.opened}, ", state)
    for offer in known.offers:
        yield _offer(scene, offer)
    for time, by, what in known.assurances:
        yield row("assured", f"{names.ASSURANCES.get(what, what)} by {names.who(scene.scenario, by)} ({time})")


def _offer(scene: Scene, offer: Offer) -> Para:
    """An offer; one that stands can be answered."""
    standing = offer.state == "stands"
    state: Part = ("key", f"STANDS until {offer.until}") if standing else ("dim", offer.state)
    ends = f"{names.who(scene.scenario, offer.by)} to {names.who(scene.scenario, offer.to)}"
    secret = " in secret" if offer.secret else ""
    return row("offer", ("key", offer.offer), f" of {ends}{secret}: {offer.terms}; ", state, key=("offer", offer.offer))


def _third_parties(scene: Scene, known: World) -> Iterator[Para]:
    for each in scene.scenario.third_parties:
        said = [THIRD[each.kind]]
        if each.id in known.mediators:
            agrees = known.mediators[each.id]
            said.append("asked to mediate" if agrees is None else "mediates" if agrees else "declined to mediate")
        if each.id in known.patrons:
            said.append(f"{known.patrons[each.id]} the adversary that it stands behind")
        said += [f"helps {names.who(scene.scenario, to)} to bear sanctions" for to in _helped(known, each.id)]
        said += _transit(scene, each.id)
        yield say(("neutral", each.name), f"  {'; '.join(said)}", indent=2, hang=4)


def _helped(known: World, patron: str) -> list[str]:
    return [each.adversary for each in known.sanctions if each.undermined_by == patron]


def _transit(scene: Scene, name: str) -> list[str]:
    """What it says to forces that want to pass."""
    said = []
    for state in ("given", "asked", "refused"):
        those = [
            nation
            for (nation, grant), held in scene.situation.permissions.items()
            if grant.by == name and held == state
        ]
        if those:
            verb = {"given": "lets pass", "asked": "has been asked by", "refused": "REFUSES passage to"}[state]
            said.append(f"{verb} {names.all_of(scene.scenario, dict.fromkeys(those))}")
    return said


def _pressure(scene: Scene, known: World) -> Iterator[Para]:
    for each in known.sanctions:
        yield _sanctions(scene, each)
    for nation, times in known.wedged.items():
        yield row(
            "wedge", f"the adversary tried {counted(times, 'time')} to part {names.who(scene.scenario, nation)} off"
        )


def _sanctions(scene: Scene, each: Sanctions) -> Para:
    shares = [f"{names.who(scene.scenario, name)} {percent(share)}" for name, share in each.shares.items()]
    return row(
        "sanctions",
        f"on {names.who(scene.scenario, each.adversary)} ",
        *bar(each.bite, "friend", 10),
        f" {percent(each.bite)} of its trade with all of them felt as lost: {listed(shares)}",
    )


def _people(scene: Scene, known: World) -> Iterator[Para]:
    if known.displaced:
        hosts = [f"{names.who(scene.scenario, name)} {people:,}" for name, people in known.displaced.items()]
        yield row("displaced", f"people taken in: {listed(hosts)}")
    for nation, forces in known.relief.items():
        yield row("relief", f"in {names.who(scene.scenario, nation)}: {listed(forces)}")
