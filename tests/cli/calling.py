"""Calling the program as its users do: in this process, fast enough for hundreds of damaged files, or in one of its own."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wargame.cli.main import main

PROGRAM = (sys.executable, "-m", "wargame")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Called:
    """What a command left behind."""

    code: int
    out: str
    err: str


def wargame(*arguments: object) -> Called:
    """Run a command in this process."""
    out, err, before = io.StringIO(), io.StringIO(), sys.argv
    sys.argv = ["wargame", *map(str, arguments)]
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main()
    except SystemExit as done:
        assert isinstance(done.code, int)
        return Called(done.code, out.getvalue(), err.getvalue())
    finally:
        sys.argv = before


def wargame_process(*arguments: object, **options: Any) -> Called:
    """Run a command in a process of its own; `options` are those of `subprocess.run`."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        **{"capture_output": True, "text": True, "timeout": 120, "env": environment()} | options,
    )
    return Called(done.returncode, done.stdout or "", done.stderr or "")


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that finds the program from any folder."""
    return os.environ | {"PYTHONPATH": str(ROOT)} | more


def refused(called: Called, code: int) -> Called:
    """What a user gets who gave a bad file: an exit code, an explanation, and nothing that could be taken for a result."""
    assert (called.code, called.out) == (code, ""), called
    assert called.err.strip()
    assert "Traceback" not in called.err
    return called
