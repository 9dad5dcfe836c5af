"""Decision files: orders fixed in advance, one JSON object a line.

    {"turn": 2, "seat": "orsenia", "decision": {"kind": "call_consultation"}, "answers": 14, "rationale": "…"}
    {"turn": 3, "edge": 48.5}

The second form fixes when a turn begins, in hours after STARTEX.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Annotated

from wargame.files.check import check
from wargame.files.faults import MOST_FAULTS, Fault, FileFaults
from wargame.files.strict_json import read_line
from wargame.files.text import read_bytes
from wargame.model.clock import seconds
from wargame.model.decisions import Decision
from wargame.model.fields import Identifier, Span, Words, record
from wargame.model.record import Order
from wargame.model.scenario import Scenario, all_seats

MOST_BYTES = 50_000_000
MOST_TURNS = 100_000
TurnNumber = Annotated[int, Span(1, MOST_TURNS)]


@record
class OrderLine:
    """A seat's order in a turn."""

    turn: TurnNumber
    seat: Identifier
    decision: Decision
    answers: Annotated[int, Span(1, 10**9)] | None = None
    """The event it answers, by its number in the seat's own log."""
    rationale: Words | None = None


@record
class EdgeLine:
    """When a turn began."""

    turn: TurnNumber
    edge: Annotated[float, Span(0, 24 * 3650, "h")]
    """Hours after STARTEX."""


@dataclass(slots=True)
class Script:
    """What a decision file says."""

    orders: dict[tuple[int, str], list[Order]] = field(default_factory=dict)
    """By turn and seat, in the order given."""
    edges: dict[int, int] = field(default_factory=dict)
    """By turn: when it begins, seconds after STARTEX."""
    file: str = ""
    lines: dict[tuple[int, str], list[int]] = field(default_factory=dict)
    """Where each order stands."""
    edge_lines: dict[int, int] = field(default_factory=dict)
    """Where each edge stands."""

    def fault(self, turn: int, seat: str, index: int, reason: str) -> Fault:
        """What is wrong with the order that a seat gives as its `index`th in a turn."""
        return Fault(self.file, self.lines[turn, seat][index], 1, f"turn {turn}", reason)

    def strangers(self, seats: Collection[str]) -> list[Fault]:
        """The orders for seats that the file does not play."""
        said = "orders for seat {}, which this file does not play"
        return [
            Fault(self.file, line, 1, f"turn {turn}", said.format(seat))
            for (turn, seat), lines in self.lines.items()
            if seat not in seats
            for line in lines
        ]

    def unplayed(self, turns: int) -> int | None:
        """The first line with an order for a later turn than there were."""
        return min((line for (turn, _), lines in self.lines.items() if turn > turns for line in lines), default=None)

    def edge_fault(self, turn: int, reason: str) -> Fault:
        """What is wrong with when a turn begins."""
        return Fault(self.file, self.edge_lines[turn], 1, f"turn {turn}", reason)


def load_script(path: str, scenario: Scenario) -> Script:
    """Read a decision file for a scenario. Raises `FileFaults` with the faults of all its lines."""
    script = Script(file=path)
    faults: list[Fault] = []
    for number, raw in enumerate(read_bytes(path, MOST_BYTES).splitlines(), 1):
        if len(faults) >= MOST_FAULTS:
            break  # a large file of another kind has a fault in every line
        if not raw.strip():
            continue
        try:
            faults += _read(script, raw, path, number, scenario)
        except FileFaults as found:
            faults += found.faults
    if faults:
        raise FileFaults(faults)
    return script


def _read(script: Script, raw: bytes, path: str, number: int, scenario: Scenario) -> list[Fault]:
    document = read_line(raw, path, number)
    if isinstance(document.data, dict) and "edge" in document.data and "seat" not in document.data:
        fixed = check(document, EdgeLine)
        if fixed.turn == 1 and fixed.edge:
            return [document.fault(("edge",), "turn 1 begins at STARTEX", "write 0, or leave the line out")]
        script.edges[fixed.turn] = seconds(fixed.edge)
        script.edge_lines[fixed.turn] = number
        return []
    given = check(document, OrderLine)
    if given.seat not in all_seats(scenario):
        hint = f"seats are {', '.join(all_seats(scenario))}"
        return [document.fault(("seat",), f"there is no seat '{given.seat}' in {scenario.id}", hint)]
    order = Order(seat=given.seat, decision=given.decision, answers=given.answers, rationale=given.rationale)
    script.orders.setdefault((given.turn, given.seat), []).append(order)
    script.lines.setdefault((given.turn, given.seat), []).append(number)
    return []
