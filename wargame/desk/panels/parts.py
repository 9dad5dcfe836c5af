"""What panels are made of: rows with a label before them, meters, and names among which the seat's own stands out."""

from collections.abc import Iterable, Sequence

from wargame.desk.bars import bar
from wargame.desk.lines import Key, Para, Part, Role, say
from wargame.replay import names
from wargame.replay.summary_council_lines import FAIR, HIGH, level
from wargame.replay.watch import Scene
from wargame.replay.wording import percent

LABEL = 10
"""Columns of a label before a row."""
POSSIBLE, LIKELY = 0.2, 0.55
"""Probabilities of an attack from which it is no longer very unlikely, and from which it is likely (ICD 203)."""


def row(label: str, *parts: str | Part, key: Key | None = None, indent: int = 2, role: Role = "dim") -> Para:
    """A row after its label; what does not fit hangs under its beginning."""
    return say((role, label.ljust(LABEL)), *parts, key=key, indent=indent, hang=max(LABEL, len(label)))


def level_role(share: float) -> Role:
    """How a share of trust or cohesion is marked; the word for it says it too."""
    return "bad" if share < FAIR else "" if share < HIGH else "good"


def alarm(attack: float) -> Role:
    """How the probability of an attack is marked; words beside it say how likely it is."""
    return "bad" if attack >= LIKELY else "warn" if attack >= POSSIBLE else ""


def meter(share: float) -> tuple[Part, ...]:
    """A share with its bar: `██████░░░░ 60% fair`."""
    role = level_role(share)
    return (*bar(share, role or "friend", 10), (role, f" {percent(share)} {level(share)}"))


def people(scene: Scene, those: Iterable[str], notes: dict[str, str] | None = None) -> list[Part]:
    """Names, the seat's own as YOU, each with what is to be said of it in brackets."""
    parts: list[Part] = []
    for name in those:
        note = (notes or {}).get(name, "")
        own = name == scene.view
        noted = ", ".join(filter(None, ["you" if own else "", note]))
        parts += [("", ", ")] if parts else []
        parts.append(("strong" if own else "", names.who(scene.scenario, name) + (f" ({noted})" if noted else "")))
    return parts


def joined(parts: Sequence[Sequence[str | Part]], between: str = ", ") -> list[str | Part]:
    """Pieces with something between them."""
    told: list[str | Part] = []
    for piece in parts:
        told += [between] if told else []
        told += piece
    return told
