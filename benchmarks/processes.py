"""Whole processes: how long a command takes from nothing, against a Python that does nothing, and its memory."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from benchmarks.timing import Figure, in_turns, middle, ratio

ROOT = Path(__file__).resolve().parent.parent
COMMAND = "import sys; from wargame.__main__ import main; sys.exit(main())"
"""What the installed `wargame` does."""
TELL_MEMORY = """\
import atexit, re, sys
def tell():
    with open("/proc/self/status") as status:
        print(re.search(r"VmHWM:\\s+([0-9]+)", status.read())[1], file=sys.stderr)
atexit.register(tell)
"""


def clean(folder: Path) -> dict[str, str]:
    """An environment in which this checkout is run, and its compiled modules are kept in a folder of our own: a
    machine that keeps none would measure Python's compiler.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "COVERAGE"))}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def python(folder: Path, code: str, *arguments: str) -> str:
    """Run a Python of its own; what it writes to stderr."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=folder, env=clean(folder), capture_output=True, text=True, check=True)
    return done.stderr


def peak_mb(folder: Path, code: str, *arguments: str) -> float:
    """Peak memory of a process in MB, from the kernel (`ru_maxrss` would count what its parent had); 0 if unknown."""
    if not Path("/proc/self/status").exists():
        return 0.0
    return int(python(folder, TELL_MEMORY + code, *arguments).split()[-1]) / 1024


def measure(rounds: int, folder: Path) -> list[Figure]:
    """`wargame --help` and a cold `wargame run`: new processes, modules compiled and in the system's cache."""
    run = ("run", "tutorial", "-o", str(folder / "run.jsonl"))
    nothing, helped, ran = in_turns(
        rounds,
        partial(python, folder, "pass"),
        partial(python, folder, COMMAND, "--help"),
        partial(python, folder, COMMAND, *run),
    )
    return [
        ratio("help_ratio", "wargame --help / python -c pass", helped, nothing),
        ratio("run_ratio", "cold run / python -c pass", ran, nothing),
        middle("python_ms", "python -c pass", nothing),
        middle("help_ms", "wargame --help", helped),
        Figure("help_least_ms", "wargame --help, least", min(helped), "ms"),
        middle("run_ms", "wargame run tutorial, cold", ran),
        Figure("run_least_ms", "wargame run tutorial, cold, least", min(ran), "ms"),
        Figure("help_mb", "peak memory of --help", peak_mb(folder, COMMAND, "--help"), "MB"),
        Figure("run_mb", "peak memory of run", peak_mb(folder, COMMAND, *run), "MB"),
    ]
