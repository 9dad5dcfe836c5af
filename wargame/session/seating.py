"""Who sits where: from what a user writes, `SEAT=NAME`, to players."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wargame.files.faults import Fault, FileFaults, clean, did_you_mean
from wargame.files.scripts import Script, load_script
from wargame.model.record import PERSON, Seating
from wargame.model.scenario import EXCON, RED, Scenario, all_seats, nation_seats
from wargame.players import PLAYERS, Player
from wargame.players.scripted import scripted

DEFAULT = "doctrine"
SCRIPTED = "scripted:"
"""Before the name of a decision file."""
FROM_A_FILE = "scripted"
"""What a record says of such a player. It does not name the file: whoever gets the record has no business with it."""
EVERY_NATION = "*"


class NoSuchSeating(ValueError):
    """What a user wrote names no seat or no player; the message says what there is."""


def seat(scenario: Scenario, wishes: Iterable[str], script: str | None = None) -> tuple[Seating, ...]:
    """Who sits in each seat, in order: by `wishes`, later ones first, else by the decision file `script`, else the
    default. The adversary decides by itself unless a script orders for it; EXCON acts by script only.

    Raises NoSuchSeating.
    """
    otherwise = f"{SCRIPTED}{script}" if script else DEFAULT
    seats = all_seats(scenario)
    chosen = {name: otherwise for name in seats if script or name not in (RED, EXCON)}
    for wish in wishes:
        name, _, player = wish.partition("=")
        if not player:
            raise NoSuchSeating(f"'{wish}' is not SEAT=NAME, as in {nation_seats(scenario)[0]}=idle")
        if name != EVERY_NATION and name not in seats:
            hint = did_you_mean(name, seats) or f"seats are {', '.join(seats)}"
            raise NoSuchSeating(f"there is no seat '{name}'; {hint}")
        if player not in PLAYERS and not player.startswith(SCRIPTED):
            hint = did_you_mean(player, PLAYERS) or f"players are {', '.join(PLAYERS)} and {SCRIPTED}FILE"
            raise NoSuchSeating(f"there is no player '{player}'; {hint}")
        for each in nation_seats(scenario) if name == EVERY_NATION else (name,):
            chosen[each] = player
    return tuple(Seating(seat=name, player=chosen[name]) for name in seats if name in chosen)


def with_people(seating: Iterable[Seating], scenario: Scenario, people: Iterable[str]) -> tuple[Seating, ...]:
    """The seating with `people` in their seats; those whom they take the place of leave, and the default player comes
    where people have left. Raises NoSuchSeating.
    """
    seats = all_seats(scenario)
    sit = set(people)
    for name in sorted(sit - set(seats)):
        hint = did_you_mean(name, seats) or f"seats are {', '.join(seats)}"
        raise NoSuchSeating(f"there is no seat '{name}'; {hint}")
    before = {each.seat: DEFAULT if each.player == PERSON else each.player for each in seating}
    now = {name: PERSON if name in sit else before.get(name) for name in seats}
    return tuple(Seating(seat=name, player=player) for name, player in now.items() if player is not None)


def people_in(seating: Iterable[Seating]) -> tuple[str, ...]:
    """The seats that people play."""
    return tuple(each.seat for each in seating if each.player == PERSON)


@dataclass(slots=True)
class Players:
    """Computer players in their seats."""

    by_seat: dict[str, Player] = field(default_factory=dict)
    scripts: dict[str, Script] = field(default_factory=dict)
    """The decision file of each seat that has one."""
    edges: dict[int, int] = field(default_factory=dict)
    """When turns begin, where a decision file fixes it; seconds after STARTEX."""

    def leave(self, name: str) -> None:
        """Nobody sits there any more, nor does a decision file of that seat's fix when turns begin."""
        self.by_seat.pop(name, None)
        self.scripts.pop(name, None)
        self.edges = {turn: edge for script in self.scripts.values() for turn, edge in script.edges.items()}

    def unplayed(self, turns: int) -> list[str]:
        """What decision files order after the last turn, a line for each file."""
        found = {script.file: script.unplayed(turns) for script in self.scripts.values()}
        said = f"orders for turns that were never played; the last was turn {turns}"
        return [f"{file}:{line}: {said}" for file, line in found.items() if line is not None]


def recorded(seating: Iterable[Seating]) -> tuple[Seating, ...]:
    """The seating as a record keeps it."""
    return tuple(
        Seating(seat=each.seat, player=FROM_A_FILE if each.player.startswith(SCRIPTED) else each.player)
        for each in seating
    )


def unscripted(seating: Iterable[Seating]) -> tuple[Seating, ...]:
    """The seating of a branch: decision files know nothing of what happens in it, so the default player takes over."""
    return tuple(
        Seating(seat=each.seat, player=DEFAULT) if each.player.startswith(FROM_A_FILE) else each for each in seating
    )


def players(scenario: Scenario, seating: Iterable[Seating]) -> Players:
    """The players of a seating.

    Raises `FileFaults` when a decision file cannot be used, NoSuchSeating when a record's seating cannot be taken up.
    """
    seated = Players()
    loaded: dict[str, Script] = {}
    for each in seating:
        if each.seat not in all_seats(scenario):
            raise NoSuchSeating(f"there is no seat '{clean(each.seat)}' in {scenario.id}")
        if each.player == PERSON:
            again = f"--player {each.seat}=NAME"
            raise NoSuchSeating(f"{each.seat} was played by people; wargame play goes on with it, or name {again}")
        if each.player == FROM_A_FILE:
            again = f"--decisions FILE or --player {each.seat}={SCRIPTED}FILE"
            raise NoSuchSeating(f"{each.seat} was played from a decision file; give it again with {again}")
        if each.player.startswith(SCRIPTED):
            file = each.player.removeprefix(SCRIPTED)
            script = loaded[file] = loaded.get(file) or load_script(file, scenario)
            seated.scripts[each.seat] = script
            seated.edges |= script.edges
            seated.by_seat[each.seat] = scripted(script.orders)
        elif each.player in PLAYERS:
            seated.by_seat[each.seat] = PLAYERS[each.player].decide
        else:
            hint = f"name another with --player {each.seat}=NAME"
            raise NoSuchSeating(f"{each.seat} was played by '{clean(each.player)}', which this program lacks; {hint}")
    faults: list[Fault] = []
    for script in loaded.values():
        faults += script.strangers([name for name, played in seated.scripts.items() if played is script])
    if faults:
        raise FileFaults(faults)
    return seated
