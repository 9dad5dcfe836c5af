"""Figures kept and compared: `baseline.json` is everybody's, `history.jsonl` this machine's own."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.timing import Figure

FOLDER = Path(__file__).resolve().parent
BASELINE = FOLDER / "baseline.json"
HISTORY = FOLDER / "history.jsonl"
LIBRARIES = ("simpy", "pydantic", "typer", "textual")
WIDTH = 80


def machine() -> dict[str, Any]:
    """What times depend on, and nothing that says whose machine it is."""
    return {
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        **{name: version(name) for name in LIBRARIES},
    }


def as_plain(figures: Sequence[Figure]) -> dict[str, Any]:
    """A run as it is kept: facts of the machine, and figures by name."""
    return {"machine": machine(), "figures": {each.name: float(f"{each.value:.5g}") for each in figures}}


def keep(run: Mapping[str, Any]) -> None:
    """Make a run what later ones are compared with, whoever makes them."""
    BASELINE.write_text(json.dumps(run, indent=2) + "\n", encoding="ascii")


def remember(run: Mapping[str, Any]) -> None:
    """Add a run to this machine's own."""
    with HISTORY.open("a", encoding="ascii") as stream:
        stream.write(json.dumps(run) + "\n")


def baseline() -> dict[str, Any]:
    """The run that all compare with; empty when none is kept."""
    return dict(json.loads(BASELINE.read_text(encoding="ascii"))) if BASELINE.exists() else {}


def last() -> dict[str, Any]:
    """This machine's run before; empty when there is none."""
    lines = HISTORY.read_text(encoding="ascii").splitlines() if HISTORY.exists() else []
    return dict(json.loads(lines[-1])) if lines else {}


def change(now: float, before: float | None) -> float | None:
    """The change in % of what was; None when that is unknown or nothing."""
    return (now / before - 1) * 100 if before else None


def table(figures: Sequence[Figure], kept: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    """The figures beside those of the baseline and of the last run."""
    old, recent = kept.get("figures", {}), before.get("figures", {})
    lines = [f"{'':<35}{'now':>10}{'noise':>7}{'baseline':>11}{'change':>8}{'last':>8}"]
    for each in figures:
        value, was = f"{number(each.value)} {each.unit:<2}", old.get(each.name)
        noise = "" if each.noise is None else f"±{each.noise:.0f}%"
        ago = "" if was is None else number(was)
        changes = percent(change(each.value, was)), percent(change(each.value, recent.get(each.name)))
        lines.append(f"{each.about:<35}{value:>10}{noise:>7}{ago:>11}{changes[0]:>8}{changes[1]:>8}".rstrip())
    return "\n".join(lines)


def number(value: float) -> str:
    """Three digits, more before the point."""
    digits = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return f"{value:.{digits}f}"


def percent(value: float | None) -> str:
    return "" if value is None else f"{value:+.0f}%"


def differs(kept: Mapping[str, Any]) -> str:
    """In what the baseline's machine differs from this one, in one line; empty when in nothing."""
    now, then = machine(), kept.get("machine", {})
    return ", ".join(f"{name} {then[name]}" for name in now if name in then and then[name] != now[name])
