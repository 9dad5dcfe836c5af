"""The coach on the main screen: a few lines above the orders pad, and which keys do what it says."""

from textual.geometry import Size
from textual.strip import Strip

from wargame.desk.coach import Advice, coach_paras
from wargame.desk.lines import Part, wrap
from wargame.desk.panels import TABS
from wargame.model.guide import Step
from wargame.replay.wording import plain_words
from wargame.tui.strips import Paragraphs, drawn

MOST = 4
"""Lines that the coach takes at most."""


def how(step: Step | None) -> str:
    """The keys for a step, from the main screen."""
    if step is not None and step.order is not None:
        return f"Keys: a, / {plain_words(step.order)} Enter, Enter, s stages it, Esc back."
    if step is not None and step.look is not None:
        number = next(index for index, tab in enumerate(TABS, start=1) if tab.id == step.look)
        return f"Key: {number}."
    return "Keys: e, and e again."


class Coach(Paragraphs):
    """As many lines as the advice takes; none without a guide."""

    def advise(self, told: Advice | None) -> None:
        """Say what is to be done next."""
        self.display = told is not None
        self.paras = [] if told is None else list(coach_paras(told, how))
        self.refresh(layout=True)

    def lines(self, columns: int) -> list[list[Part]]:
        """The advice in lines."""
        return [line for para in self.paras for line in wrap(para, columns)][:MOST]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        columns = self.content_size.width
        lines = self.lines(columns)
        return drawn(lines[y] if y < len(lines) else [], columns, self)
