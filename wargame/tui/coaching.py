"""The coach on the main screen: a few lines above the orders pad, and which key does what it says."""

from textual.geometry import Size
from textual.strip import Strip

from wargame.desk.coach import Advice, coach_paras
from wargame.desk.lines import wrap
from wargame.desk.panels import TABS
from wargame.model.guide import Step
from wargame.replay.wording import plain_words
from wargame.tui.strips import Paragraphs, drawn

MOST = 4
"""Lines that the coach takes at most."""


def how(step: Step | None) -> str:
    """The keys for a step, from the main screen."""
    if step is not None and step.order is not None:
        return f"Keys: a, then / {plain_words(step.order)} Enter, Enter to open it, s to stage it, Esc back to here."
    if step is not None and step.look is not None:
        number = next(index for index, tab in enumerate(TABS, start=1) if tab.id == step.look)
        return f"Keys: {number} opens it."
    return "Keys: e, and e again."
