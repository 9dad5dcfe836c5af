"""Projecting and drawing: places and dots, lines and areas."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wargame.tui.map.box import Box
from wargame.tui.map.drawing import bar
from wargame.tui.map.projection import CLOSEST, FARTHEST, Projection, fitted
from wargame.tui.map.raster import BRAILLE, cells, drawn, filled

looks = st.builds(
    Projection,
    lon=st.floats(-180, 180),
    lat=st.floats(-80, 80),
    km=st.floats(1, 500),
    width=st.integers(10, 200),
    height=st.integers(5, 60),
)
shares = st.floats(0, 1)


@given(shown=looks, across=shares, down=shares)
def test_what_is_projected_comes_back(shown, across, down):
    column, row = across * shown.width, down * shown.height
    lon, lat = shown.place(column, row)
    assert abs(shown.across(lon) / 2 - column) < 1e-6
    assert abs(shown.down(lat) / 4 - row) < 1e-6


@given(shown=looks)
def test_the_centre_of_the_picture_is_where_it_says(shown):
    column, row = shown.cell(shown.lon, shown.lat)
    assert abs(column + 0.5 - shown.width / 2) <= 1.0
    assert abs(row + 0.5 - shown.height / 2) <= 1.0


@given(shown=looks, across=shares, down=shares, factor=st.floats(0.3, 3))
def test_zooming_at_a_point_keeps_what_is_under_it(shown, across, down, factor):
    nearer = shown.scaled(factor, shown.width / 2, shown.height / 2)
    assert nearer.km == min(FARTHEST, max(CLOSEST, shown.km * factor))
    column, row = across * shown.width, down * shown.height
    lat = shown.place(column, row)[1]
    zoomed = shown.scaled(factor, column, row)
    if abs(zoomed.lat) < 85:
        assert abs(zoomed.place(column, row)[1] - lat) < 1e-6


@given(lon=st.floats(-180, 180), lat=st.floats(-60, 60), wide=st.floats(0.5, 60), high=st.floats(0.5, 40))
def test_a_fitted_box_is_seen_whole(lon, lat, wide, high):
    box = Box(lon, max(-80.0, lat - high / 2), lon + wide, min(80.0, lat + high / 2))
    seen = fitted(box, 100, 30).box
    assert seen.north >= box.north - 1e-6
    assert seen.south <= box.south + 1e-6
    assert seen.east - seen.west >= wide - 1e-6


def test_a_place_beyond_the_date_line_is_drawn_the_shorter_way_around():
    shown = Projection(179.0, 0.0, 50.0, 100, 30)
    assert shown.cell(-179.0, 0.0)[0] == shown.cell(181.0, 0.0)[0] > 50


def test_lines_are_drawn_dot_by_dot():
    level = drawn(np.array([[1.0, 2.5, 6.0, 2.5]]), 8, 4)
    assert level.nonzero()[0].tolist() == [2] * 6
    assert level.nonzero()[1].tolist() == [1, 2, 3, 4, 5, 6]
    slanting = drawn(np.array([[0.5, 0.5, 3.5, 3.5]]), 4, 4)
    assert slanting.tolist() == np.eye(4, dtype=bool).tolist()


def test_lines_may_leave_the_canvas_and_be_dashed():
    across = drawn(np.array([[-50.0, 1.5, 50.0, 1.5]]), 8, 4)
    assert across[1].all()
    assert across.sum() == 8
    assert not drawn(np.array([[-50.0, -9.0, 50.0, -2.0]]), 8, 4).any()
    assert drawn(np.array([[0.0, 0.5, 7.0, 0.5]]), 8, 4, (2, 2))[0].tolist() == [True, True, False, False] * 2
    assert not drawn(np.empty((0, 4)), 8, 4).any()


def outline(points: list[tuple[float, float]]) -> np.ndarray:
    return np.array([[*one, *other] for one, other in zip(points, [*points[1:], points[0]], strict=True)])


def test_a_square_is_filled_and_what_is_cut_out_of_it_is_not():
    square = outline([(2.0, 1.0), (8.0, 1.0), (8.0, 6.0), (2.0, 6.0)])
    found = filled(square, 10, 8)
    assert found.sum() == 30
    assert found[1:6, 2:8].all()
    lake = outline([(4.0, 2.0), (6.0, 2.0), (6.0, 4.0), (4.0, 4.0)])
    assert filled(np.vstack([square, lake]), 10, 8).sum() == 26


def test_an_area_that_begins_left_of_the_canvas_fills_it_to_its_edge():
    found = filled(outline([(-5.0, 0.0), (3.0, 0.0), (3.0, 4.0), (-5.0, 4.0)]), 6, 4)
    assert found[:, :3].all()
    assert not found[:, 3:].any()


def test_dots_become_braille():
    dots = np.zeros((4, 4), bool)
    dots[0, 0] = dots[3, 1] = dots[1, 2] = True
    assert [chr(BRAILLE + each) for each in cells(dots)[0].tolist()] == ["⢁", "⠂"]


def test_the_bar_of_the_scale_is_as_long_as_it_says():
    shown = Projection(0.0, 0.0, 40.0, 100, 30)
    assert bar(shown) == "├────────┤ 200 km"
    assert bar(shown, ascii_only=True) == "|--------| 200 km"
