"""Fog of war: which events a seat may see, and its log of them, numbered anew.

Nothing about a hidden event may show in a seat's log: not its number, not that it stood between two others.
"""

from collections.abc import Iterable, Sequence

from wargame.model.event import ALLIES, EVERYONE, Audience, Event
from wargame.model.happenings import SEALED
from wargame.model.scenario import EXCON, Scenario, allied_seats


def sees(seat: str, allied: bool, event: Event) -> bool:
    """Whether `seat`, one of the alliance's or not, may see `event`."""
    audience = event.audience
    return audience == EVERYONE or (allied and audience == ALLIES) or seat in audience or seat == EXCON


class SeatLog:
    """A seat's log, grown from the umpire's: what it costs does not depend on how much is hidden from the seat."""

    def __init__(self, scenario: Scenario, seat: str, umpire: Sequence[Event]) -> None:
        """`umpire` is the umpire's log: what it holds is looked at, what it grows by is to be told by `look`."""
        self.seat = seat
        self.allied = seat in allied_seats(scenario)
        self.events: list[Event] = []
        self._umpire = umpire
        self._audience: Audience | None = None if seat == EXCON else (seat,)
        self._umpire_ids: list[int] = []
        self._numbers: dict[int, int] = {}
        """By the umpire's id: the seat's own number of what it has seen."""
        for event in umpire:
            if self.sees(event):
                self.look(event)

    def sees(self, event: Event) -> bool:
        """Whether the seat may see an event."""
        return sees(self.seat, self.allied, event)

    def look(self, event: Event) -> None:
        """Take in the umpire's next event that the seat may see."""
        number = self._numbers[event.id] = len(self.events) + 1
        self._umpire_ids.append(event.id)
        self.events.append(
            Event(
                id=number,
                time=event.time,
                cause=self._nearest(event.cause),
                measure=event.measure,
                audience=self._audience or event.audience,
                body=event.body,
            )
        )

    def _nearest(self, cause: int | None) -> int | None:
        """The seat's number of the nearest event it has seen, back along the causes but through nothing sealed."""
        while cause is not None:
            number = self._numbers.get(cause)
            if number is not None:
                return number
            hidden = self._umpire[cause - 1]
            cause = None if type(hidden.body) in SEALED else hidden.cause
        return None

    def umpire_id(self, number: int) -> int | None:
        """The umpire's id of the seat's event `number`; None when the seat has no such event."""
        return self._umpire_ids[number - 1] if 1 <= number <= len(self._umpire_ids) else None


def seat_log(scenario: Scenario, seat: str, events: Iterable[Event]) -> list[Event]:
    """The whole log of one seat."""
    return SeatLog(scenario, seat, list(events)).events
