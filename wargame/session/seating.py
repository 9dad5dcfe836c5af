"""Who sits where: from what a user writes, `SEAT=NAME`, to players."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wargame.files.faults import did_you_mean
from wargame.files.scripts import Script, load_script
from wargame.model.record import Seating
from wargame.model.scenario import EXCON, RED, Scenario, all_seats, nation_seats
from wargame.players import PLAYERS, Player
from wargame.players.scripted import scripted

DEFAULT = "doctrine"
SCRIPTED = "scripted:"
"""Before the name of a decision file."""
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


@dataclass(slots=True)
class Players:
    """Computer players in their seats."""

    by_seat: dict[str, Player] = field(default_factory=dict)
    scripts: dict[str, Script] = field(default_factory=dict)
    """The decision file of each seat that has one."""
    edges: dict[int, int] = field(default_factory=dict)
    """When turns begin, where a decision file fixes it; seconds after STARTEX."""


def players(scenario: Scenario, seating: Iterable[Seating]) -> Players:
    """The players of a seating. Raises `FileFaults` when a decision file cannot be used."""
    seated = Players()
    loaded: dict[str, Script] = {}
    for each in seating:
        if each.player.startswith(SCRIPTED):
            file = each.player.removeprefix(SCRIPTED)
            script = loaded[file] = loaded.get(file) or load_script(file, scenario)
            seated.scripts[each.seat] = script
            seated.edges |= script.edges
            seated.by_seat[each.seat] = scripted(script.orders)
        else:
            seated.by_seat[each.seat] = PLAYERS[each.player].decide
    return seated
