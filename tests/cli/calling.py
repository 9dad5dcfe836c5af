"""Calling the program as users do: in this process, fast enough for hundreds of damaged files, or in one of its own."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from wargame.cli.main import main

PROGRAM = (sys.executable, "-m", "wargame")
ROOT = Path(__file__).resolve().parents[2]

START = "from wargame.__main__ import main\nmain()\n"
SLOW = """\
import sys, time
from wargame.files.replays import ReplayWriter

def write_slowly(self, content):
    for piece in (content[: len(content) // 2], content[len(content) // 2 :]):
        time.sleep(0.01)
        self._stream.write(piece)
        self._stream.flush()

ReplayWriter._write = write_slowly
"""
"""A disk that takes half a second for the whole session, and is seen to have half of a turn."""


@dataclass(frozen=True)
class Called:
    """What a command left behind."""

    code: int
    out: str
    err: str


def wargame(*arguments: object) -> Called:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    argv = mock.patch.object(sys, "argv", ["wargame", *map(str, arguments)])
    with argv, redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as done:
        main()
    assert isinstance(done.value.code, int)
    return Called(done.value.code, out.getvalue(), err.getvalue())


def wargame_process(*arguments: object, cwd: Path | None = None, env: dict[str, str] | None = None) -> Called:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env=env or environment(),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return Called(done.returncode, done.stdout, done.stderr)


INTERRUPTIBLE = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""As in a terminal, also where the tests themselves run in the background, which a shell lets ignore Ctrl-C."""


def start(first: str, *arguments: object) -> "subprocess.Popen[str]":
    """The program in a process of its own, with `first` done to it before it begins."""
    command = [sys.executable, "-c", INTERRUPTIBLE + first + START, *map(str, arguments)]
    return subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that finds the program from any folder."""
    return os.environ | {"PYTHONPATH": str(ROOT)} | more


def refused(called: Called, code: int) -> Called:
    """What users get who gave a bad file: an exit code, an explanation, and nothing that could pass for a result."""
    assert (called.code, called.out) == (code, ""), called
    assert called.err.strip()
    assert "Traceback" not in called.err
    return called
