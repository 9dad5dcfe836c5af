"""Named random streams: changing one decision leaves every unrelated draw as it was."""

from _random import Random  # what `random.Random` is made of, which seeds itself twice
from collections.abc import Callable
from hashlib import blake2b

LEAST = 2.0**-54
"""Stands in for a draw of exactly 0, which inverse distribution functions cannot take."""


class Streams:
    """Uniform draws in (0, 1) by (seed, run, entity, purpose); a stream is made when it is first used.

    Only `random.Random.random` is drawn from: its sequence is promised across Python versions.
    """

    def __init__(self, seed: int, run: int) -> None:
        self._key = f"{seed}|{run}"
        self._streams: dict[tuple[str, str], Callable[[], float]] = {}

    def reseed(self, salt: int) -> None:
        """Draw from new streams from now on."""
        self._key = f"{self._key}|{salt}"
        self._streams.clear()

    def draw(self, entity: str, purpose: str) -> float:
        """The next number of a stream."""
        try:
            drawn = self._streams[entity, purpose]()
        except KeyError:
            drawn = self._streams.setdefault((entity, purpose), self._make(entity, purpose))()
        return drawn or LEAST

    def _make(self, entity: str, purpose: str) -> Callable[[], float]:
        name = f"{self._key}|{entity}|{purpose}".encode()
        return Random(int.from_bytes(blake2b(name, digest_size=16).digest(), "big")).random
