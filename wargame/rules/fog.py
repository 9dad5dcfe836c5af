"""Fog of war: which events a seat may see, and its log of them, numbered anew.

Nothing about a hidden event may show in a seat's log: not its number, not that it stood between two others.
"""

from collections.abc import Iterable

from wargame.model.event import ALLIES, EVERYONE, Audience, Event
from wargame.model.happenings import SEALED
from wargame.model.scenario import EXCON, Scenario, allied_seats


def sees(seat: str, allied: bool, event: Event) -> bool:
    """Whether `seat`, one of the alliance's or not, may see `event`."""
    audience = event.audience
    return audience == EVERYONE or (allied and audience == ALLIES) or seat in audience or seat == EXCON


class SeatLog:
    """A seat's log, grown from the umpire's: O(1) an event."""

    def __init__(self, scenario: Scenario, seat: str) -> None:
        self.seat = seat
        self.allied = seat in allied_seats(scenario)
        self.events: list[Event] = []
        self.read = 0
        """How many of the umpire's events have been looked at."""
        self._audience: Audience = (seat,)
        self._shows: dict[Audience, bool] = {}
        """By audience met so far: whether this seat belongs to it."""
        self._umpire_ids: list[int] = []
        self._nearest: list[int | None] = [None]
        """By the umpire's id: the seat's number of the nearest event it may see, going back along the causes."""

    def extend(self, umpire: Iterable[Event]) -> None:
        """Look at the umpire's next events, in order; one loop with local names, since every seat looks at all."""
        nearest, shows, events, ids = self._nearest, self._shows, self.events, self._umpire_ids
        own = None if self.seat == EXCON else self._audience
        for event in umpire:
            self.read += 1
            behind = nearest[event.cause] if event.cause is not None else None
            shown = shows.get(event.audience)
            if shown is None:
                shown = shows[event.audience] = sees(self.seat, self.allied, event)
            if not shown:
                nearest.append(None if type(event.body) in SEALED else behind)
                continue
            number = len(events) + 1
            nearest.append(number)
            ids.append(event.id)
            events.append(
                Event(
                    id=number,
                    time=event.time,
                    cause=behind,
                    measure=event.measure,
                    audience=own or event.audience,
                    body=event.body,
                )
            )

    def umpire_id(self, number: int) -> int | None:
        """The umpire's id of the seat's event `number`; None when the seat has no such event."""
        return self._umpire_ids[number - 1] if 1 <= number <= len(self._umpire_ids) else None


def seat_log(scenario: Scenario, seat: str, events: Iterable[Event]) -> list[Event]:
    """The whole log of one seat."""
    log = SeatLog(scenario, seat)
    log.extend(events)
    return log.events
