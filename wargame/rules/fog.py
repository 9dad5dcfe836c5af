"""Fog of war: which events a seat may see, and its log of them, numbered anew.

Nothing about a hidden event may show in a seat's log: not its number, not that it stood between two others.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import overload

from wargame.model.event import ALLIES, EVERYONE, Audience, Event
from wargame.model.happenings import SEALED
from wargame.model.methods import maker
from wargame.model.scenario import EXCON, Scenario, allied_seats


def sees(seat: str, allied: bool, event: Event) -> bool:
    """Whether `seat`, one of the alliance's or not, may see `event`."""
    audience = event.audience
    return audience == EVERYONE or (allied and audience == ALLIES) or seat in audience or seat == EXCON


class SeatLog(Sequence[Event]):
    """A seat's log, grown from the umpire's: what it costs does not depend on how much is hidden from the seat.

    Events are numbered anew when somebody reads them: to fold a log, which is all that most seats do with most of it,
    the umpire's own will do.
    """

    def __init__(self, scenario: Scenario, seat: str, umpire: Sequence[Event]) -> None:
        """`umpire` is the umpire's log; what it grows by and the seat sees is to be added to `seen`."""
        self.seat = seat
        self.allied = seat in allied_seats(scenario)
        self.seen = [event for event in umpire if self.sees(event)]
        """The umpire's events that the seat may see."""
        self._umpire = umpire
        self._audience: Audience | None = None if seat == EXCON else (seat,)
        self._read: list[Event] = []
        """Its own events from the first on, as far as they have been read through."""

    def sees(self, event: Event) -> bool:
        """Whether the seat may see an event."""
        return sees(self.seat, self.allied, event)

    @property
    def events(self) -> list[Event]:
        """All of it."""
        for index in range(len(self._read), len(self.seen)):
            self._read.append(self._numbered(index))
        return self._read

    def __len__(self) -> int:
        return len(self.seen)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __eq__(self, other: object) -> bool:
        return list(other) == self.events if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> list[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | list[Event]:
        if isinstance(index, slice):
            return self.events[index]
        return self._numbered(range(len(self.seen))[index])

    def umpires(self, number: int) -> Event | None:
        """The umpire's event behind the seat's event `number`; None when the seat has no such event."""
        return self.seen[number - 1] if 1 <= number <= len(self.seen) else None

    def _numbered(self, index: int) -> Event:
        """An event as the seat sees it."""
        event = self.seen[index]
        return _event(
            id=index + 1,
            time=event.time,
            cause=self._nearest(event.cause),
            measure=event.measure,
            audience=self._audience or event.audience,
            body=event.body,
        )

    def _nearest(self, cause: int | None) -> int | None:
        """The seat's number of the nearest event it has seen, back along the causes but through nothing sealed."""
        while cause is not None:
            event = self._umpire[cause - 1]
            if self.sees(event):
                return bisect_left(self.seen, cause, key=_id) + 1
            cause = None if type(event.body) in SEALED else event.cause
        return None


_id = attrgetter("id")
_event = maker(Event)


def seat_log(scenario: Scenario, seat: str, events: Iterable[Event]) -> list[Event]:
    """The whole log of one seat."""
    return SeatLog(scenario, seat, list(events)).events
