"""Where a session's time goes, as text that can be read beside a change."""

import re
from cProfile import Profile
from pathlib import Path
from types import CodeType

from benchmarks.sessions import header, play

SCENARIO = "narrow-sea"
FILE = Path(__file__).resolve().parent / "profile.txt"
SESSIONS = 5
LINES = 18
"""Functions in each of the two lists."""


def named(code: CodeType | str) -> str:
    """A function by its module and name, without the place that it is installed in."""
    if isinstance(code, str):
        return re.sub(r" at 0x[0-9a-f]+|[<>]", "", code)
    parts = Path(code.co_filename).parts
    if "wargame" in parts:  # the last folder of that name is the package, whatever the checkout is called
        parts = parts[len(parts) - 1 - parts[::-1].index("wargame") :]
    elif parts[-2:-1] and parts[-2].startswith("python3"):
        parts = parts[-1:]
    else:
        parts = parts[-2:]
    return f"{'/'.join(parts)} {code.co_qualname}"


def profile() -> str:
    """The functions that cost most, alone and with all that they call, of a session; cProfile makes calls dear."""
    plays = [header(seed, SCENARIO) for seed in range(1, SESSIONS + 1)]
    play(plays[0])
    profiler = Profile()
    profiler.enable()
    for each in plays:
        play(each)
    profiler.disable()
    entries = [
        (named(entry.code), entry.callcount, entry.inlinetime * 1e3, entry.totaltime * 1e3)
        for entry in profiler.getstats()
    ]
    whole = sum(own for _, _, own, _ in entries)
    lines = [f"A session of {SCENARIO} with doctrine players, by cProfile, which makes calls dearer than they are.", ""]
    for title, column in (("own time", 2), ("with all it calls", 3)):
        lines.append(f"{'own':>7}{'whole':>7}{'calls':>8}  by {title}")
        entries.sort(key=lambda entry, column=column: -entry[column])  # type: ignore[misc]
        for name, calls, own, total in entries[:LINES]:
            lines.append(f"{own / whole:>7.1%}{total / whole:>7.1%}{calls / SESSIONS:>8.0f}  {name[:78]}")
        lines.append("")
    return "\n".join(lines)
