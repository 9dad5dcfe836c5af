"""Replay files: a session's record and its events, a turn a block, as JSON lines.

The first line is the header. A turn's block is a `turn` line, its orders, its events, and a `done` line that
closes it with a checksum over the raw bytes of the block and the checksum before it, so every flipped bit is
found and named by its turn. The last line says that the session is whole. A block is written with one call and
forced to disk: what is closed is safe, what is torn is dropped.
"""

from wargame.files.replays.header import read_header
from wargame.files.replays.lines import Replay, sealed
from wargame.files.replays.reading import load_replay
from wargame.files.replays.writing import ReplayWriter

__all__ = ["Replay", "ReplayWriter", "load_replay", "read_header", "sealed"]
