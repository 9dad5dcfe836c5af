"""How a session ended, worked out from its replay by another process, since the replay holds the truth."""

import subprocess
import sys


def scores(path: str) -> list[str]:
    """Outcome and scores of a session that has ended, as `wargame score` prints them."""
    command = [sys.executable, "-P", "-m", "wargame", "score", path]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).splitlines()
