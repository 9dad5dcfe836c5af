"""Keys that are typed faster than screens open: each is handed on only when the one before has done all it does."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode

ROUNDS = 3
"""From the widget with the focus up to the program: the key, what it lets a widget say, the screen that opens."""
PATIENCE = 0.5
"""Seconds that a widget has to answer in; one that has just been removed does not."""


class TypedInOrder(App[int]):
    """A program in which no key goes astray.

    The library hands every key to what has the focus at that moment. What is typed behind a key that opens a screen or
    a field would so reach what was there before: letters to look for, for one, would be orders to the list.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._typed: deque[events.Key] = deque()
        self._following: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._following is not None:
            self._typed.append(event)
        else:
            await self._hand_on(event)

    async def _hand_on(self, key: events.Key) -> None:
        await super().on_event(key)
        self._following = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        """Go the way of a key, behind it, and then let the next one come."""
        with suppress(ScreenStackError):  # the program ends
            for _ in range(ROUNDS):
                for node in (self.focused or self.screen).ancestors_with_self:
                    await _passed(node)
        self.call_later(self._next)

    async def _next(self) -> None:
        self._following = None
        if self._typed:
            await self._hand_on(self._typed.popleft())


async def _passed(node: DOMNode) -> None:
    """Wait until a widget has answered all that it was told before."""
    arrived = asyncio.Event()
    if node.call_later(arrived.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(arrived.wait(), PATIENCE)
