"""Lines and areas as dots: braille characters give every cell of a terminal two by four of them."""

import numpy as np
from numpy.typing import NDArray

from wargame.tui.map.projection import DOTS_HIGH, DOTS_WIDE

Dots = NDArray[np.bool_]
"""By row and column."""

BRAILLE = 0x2800
BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]], np.uint16)
"""What each dot of a cell adds to the number of its braille character."""
LONGEST = 4096
"""Dots drawn of one stretch at most; a longer one is off the screen on both sides and drawn in steps."""


def drawn(stretches: NDArray[np.float64], width: int, height: int, dash: tuple[int, int] = (1, 0)) -> Dots:
    """Straight stretches (rows of x, y, x, y in dots) on a canvas; `dash` is how many dots are drawn and left out."""
    canvas = np.zeros((height, width), bool)
    x0, y0, x1, y1 = stretches.T
    seen = (np.maximum(x0, x1) >= 0) & (np.minimum(x0, x1) < width) & (np.maximum(y0, y1) >= 0)
    seen &= np.minimum(y0, y1) < height
    x0, y0, x1, y1 = x0[seen], y0[seen], x1[seen], y1[seen]
    count = np.ceil(np.maximum(np.abs(x1 - x0), np.abs(y1 - y0))).astype(int).clip(1, LONGEST) + 1
    whole = int(count.sum())
    if not whole:
        return canvas
    step = np.arange(whole) - np.repeat(np.cumsum(count) - count, count)
    share = step / np.repeat(count - 1, count)
    x = np.floor(np.repeat(x0, count) + share * np.repeat(x1 - x0, count)).astype(int)
    y = np.floor(np.repeat(y0, count) + share * np.repeat(y1 - y0, count)).astype(int)
    seen = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    if dash[1]:
        seen &= np.arange(whole) % (dash[0] + dash[1]) < dash[0]
    canvas[y[seen], x[seen]] = True
    return canvas


def filled(edges: NDArray[np.float64], width: int, height: int) -> Dots:
    """What lies inside closed lines (rows of x, y, x, y in cells), looked at in every cell's centre.

    Going along a row from the left, every line that is crossed leads in or out again.
    """
    x0, y0, x1, y1 = edges.T
    first = np.clip(np.ceil(np.minimum(y0, y1) - 0.5), 0, height).astype(int)
    count = np.clip(np.ceil(np.maximum(y0, y1) - 0.5), 0, height).astype(int) - first
    crossing = count > 0
    x0, y0, x1, y1, first, count = (each[crossing] for each in (x0, y0, x1, y1, first, count))
    begin = np.repeat(first - (np.cumsum(count) - count), count)
    row = begin + np.arange(len(begin))
    x = np.repeat(x0, count) + (row + 0.5 - np.repeat(y0, count)) * np.repeat((x1 - x0) / (y1 - y0), count)
    column = np.clip(np.ceil(x - 0.5), 0, width).astype(int)
    crossings = np.bincount(row * (width + 1) + column, minlength=height * (width + 1)).reshape(height, width + 1)
    return (np.cumsum(crossings, axis=1)[:, :width] % 2).astype(bool)


def cells(dots: Dots) -> NDArray[np.uint16]:
    """The dots of every cell, as what is added to the number of the empty braille character; 0 for none."""
    height, width = dots.shape
    parted = dots.reshape(height // DOTS_HIGH, DOTS_HIGH, width // DOTS_WIDE, DOTS_WIDE)
    found: NDArray[np.uint16] = (parted * BITS[None, :, None, :]).sum(axis=(1, 3), dtype=np.uint16)
    return found
