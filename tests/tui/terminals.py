"""Real terminals for tests: the program on a pseudo-terminal of ours, and in tmux as people have it."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.calling import ROOT

PLAY = (sys.executable, "-m", "wargame", "play")
PATIENCE = 180.0


class OnAPty:
    """The program on a pseudo-terminal, its parent this process; all that it has drawn is kept."""

    def __init__(self, *arguments, columns=80, rows=24, **environment):
        ours, theirs = pty.openpty()
        more = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "COLUMNS": str(columns), "LINES": str(rows)} | environment
        self.drawn = b""
        self._ours = ours
        self.process = subprocess.Popen(
            [*PLAY, *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | more,
            start_new_session=True,
        )
        os.close(theirs)

    def read(self, seconds):
        """Take in what is drawn for so long; False once there is nothing more to come."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self._ours], [], [], left)[0]:
                return True
            try:
                new = os.read(self._ours, 65536)
            except OSError:  # the other end is closed
                return False
            if not new:
                return False
            self.drawn += new
        return True

    def wait_for(self, words, since=0):
        """Wait until these words have been drawn after position `since`; returns where the drawing has come to."""
        until = time.monotonic() + PATIENCE
        while words.encode() not in self.drawn[since:]:
            assert time.monotonic() < until, f"'{words}' was not drawn; the last was {self.drawn[-800:]!r}"
            if not self.read(0.1):
                break
        return len(self.drawn)

    def press(self, keys):
        os.write(self._ours, keys.encode())

    def vanish(self):
        """The terminal is gone, without a signal: the program is the leader of no session that has one."""
        os.close(self._ours)

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


def memory_of(pid):
    """All that a process of ours can write to, as bytes."""
    dump = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights, *_ = line.split()
            if "w" not in rights or line.endswith("[vvar]"):
                continue
            low, high = (int(each, 16) for each in span.split("-"))
            memory.seek(low)
            try:
                dump.append(memory.read(high - low))
            except OSError:
                continue
    return b"".join(dump)


def children_of(pid):
    """The processes that any thread of a process has started."""
    lists = [each.read_text() for each in Path(f"/proc/{pid}/task").glob("*/children")]
    return [int(child) for each in lists for child in each.split()]


class InTmux:
    """The program in a tmux of its own."""

    def __init__(self, folder, *arguments, term="xterm-256color", lang="C.UTF-8", columns=80, rows=24):
        tmux = shutil.which("tmux")
        assert tmux, "tmux is missing; it is in every distribution's packages"
        self._tmux = [tmux, "-L", f"wargame-{os.getpid()}-{folder.name}"]
        settings = folder / "tmux.conf"
        settings.write_text(f"set -g default-terminal {term}\nset -g status off\nset -g remain-on-exit on\n")
        command = ["env", f"LANG={lang}", f"LC_ALL={lang}", f"PYTHONPATH={ROOT}", *PLAY, *map(str, arguments)]
        size = ["-x", str(columns), "-y", str(rows)]
        subprocess.run([*self._tmux, "-f", settings, "new-session", "-d", *size, *command], check=True, cwd=folder)

    def screen(self):
        """What is on the screen, as text."""
        command = [*self._tmux, "capture-pane", "-p"]
        return subprocess.run(command, check=True, capture_output=True, text=True, errors="replace").stdout

    def press(self, *keys):
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def wait_for(self, *words):
        """Wait until any of these words is on the screen; returns the screen."""
        until = time.monotonic() + PATIENCE
        while not any(each in (shown := self.screen()) for each in words):
            assert time.monotonic() < until, f"none of {words} came; on the screen is\n{shown}"
            time.sleep(0.1)
        return shown

    def close(self):
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)
