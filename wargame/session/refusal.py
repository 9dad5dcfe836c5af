"""Words that a session and whoever looks at it from another process share, without the engine behind them."""

from typing import Literal

Phase = Literal["play", "after", "over"]
"""Players play; then computer players run the rest to the horizon; then it is over."""


class Refused(Exception):
    """An order that its seat may not give now; the message says why."""
