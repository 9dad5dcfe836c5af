"""What commands share in printing: JSON for programs, one clear line for people."""

import json
import sys
from typing import Annotated, Any

import typer

from wargame.model.plain import plain
from wargame.session.endings import FAILED

FIRST_SEED = 1
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
Seed = Annotated[
    int | None, typer.Option("--seed", help="Seed of the luck.", min=0, max=2**63 - 1, show_default=str(FIRST_SEED))
]


class Stop(Exception):
    """A command cannot go on; the message says why in one line."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


def note(message: str) -> None:
    """One line on stderr that people should know of and that is no failure."""
    from wargame.files.faults import clean

    if sys.stderr is not None:
        print(f"wargame: {clean(message)}", file=sys.stderr)


def print_json(value: Any) -> None:
    """One JSON value on stdout, indented, with null for what there is not; in ASCII where letters could get lost."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(json.dumps(plain(value, nulls=True), indent=2, ensure_ascii=encoding.lower() != "utf-8"))


def print_json_line(value: Any) -> None:
    """One JSON value on a line of stdout, at once, for a program that waits for it; in ASCII, whatever its encoding."""
    print(json.dumps(plain(value, nulls=True)), flush=True)
