"""The map on a screen: what it looks like, and what keys and the mouse do to it."""

import asyncio
import subprocess
import sys
from dataclasses import replace
from typing import get_args

import pytest
from rich.cells import cell_len

from tests.tui.map_scenes import GOLDEN, SIZES, MapAlone, at_startex, busy, frame, goldens, opening, text_of
from wargame.files.scenarios import load_scenario
from wargame.model.nation import ForceKind
from wargame.model.scenario import EXCON, RED
from wargame.tui.map.colours import COLOURS
from wargame.tui.map.drawing import frames
from wargame.tui.map.legend import MARKS, meanings
from wargame.tui.map.picture import LETTERS, picture
from wargame.tui.map.widget import SMALLEST


def run(play, size=SIZES[1], scene=None, ascii_only=False):
    """Play on a screen that shows the map alone."""

    async def on_screen():
        app = MapAlone(scene or busy(), ascii_only)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            return await play(app, pilot)

    return asyncio.run(on_screen())


def looks(app):
    return app.map._shown()


def test_the_map_looks_as_it_was_kept():
    for name, text in goldens().items():
        kept = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
        assert text == kept, f"{name} has changed: look at it, then `python -m tests.tui.map_scenes`"


@pytest.mark.parametrize(("view", "whose"), [("aldva", "ours"), (EXCON, "alliance"), (RED, "alliance")])
def test_the_alliances_forces_are_ours_for_who_is_of_the_alliance(view, whose):
    async def play(app, pilot):
        return app.map.render_line(app.map.size.height - 1).text

    assert run(play, scene=opening("narrow-sea", view)).startswith(f" [x] {whose}  <x> adversary")


def test_what_the_crisis_is_about_has_its_name_before_other_places():
    async def play(app, pilot):
        return "".join(app.map.render_line(row).text for row in range(app.map.size.height))

    assert "Kelda" in run(play, SIZES[1], busy())  # an ally's fighters on their way to it have a label too


@pytest.mark.parametrize("size", [*SIZES, (140, 40), (40, 12)])
def test_every_line_is_as_wide_as_the_screen(size):
    async def play(app, pilot):
        return [app.map.render_line(row) for row in range(app.map.size.height)]

    for strip in run(play, size):
        assert strip.cell_length == sum(segment.cell_length for segment in strip) == size[0]


def test_too_small_a_screen_is_left_blank():
    assert frame(busy(), (SMALLEST[0] - 1, 24)).strip() == ""
    assert frame(busy(), (80, SMALLEST[1])).strip() == ""


def test_what_is_left_blank_can_be_drawn_without_colours(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert frame(busy(), (80, SMALLEST[1])).strip() == ""


def test_ascii_mode_shows_nothing_else():
    for keys in ([], ["n"], ["w"], ["plus", "plus", "plus"]):
        assert frame(busy(), SIZES[0], keys, ascii_only=True).isascii()


def test_meaning_is_in_the_text_and_not_in_colour_alone():
    for alphabet in zip(*MARKS.values(), strict=True):
        assert len(set(alphabet)) == len(MARKS)
    assert {each.text[0] for each in frames(picture(opening("narrow-sea")).items)} == {"[", "<"}
    assert all(len(each) == 3 for each in COLOURS.values())


def test_what_stands_in_one_place_is_stacked_with_its_number():
    text = frame(opening("narrow-sea"), SIZES[1])
    assert "[2]Heidefeld" in text
    assert "<2c 7h>" in frame(busy(), SIZES[1])


def test_keys_pan_zoom_and_come_home():
    async def play(app, pilot):
        home = looks(app)
        await pilot.press("right", "l")
        assert looks(app).lon > home.lon
        await pilot.press("j")
        assert looks(app).lat < home.lat
        await pilot.press("plus")
        assert looks(app).km < home.km
        await pilot.press("minus", "minus")
        assert looks(app).km > home.km
        await pilot.press("0")
        assert looks(app) == home

    run(play)


def test_n_goes_through_things_follows_them_and_enter_chooses():
    async def play(app, pilot):
        await pilot.press("n")
        assert app.map.selected_item.id == "c4"
        assert "contact c4, reported near Jorn" in text_of(app.map).splitlines()[-1]
        await pilot.press("n", "N", "N")
        far = app.map.selected_item
        column, row = looks(app).cell(far.lon, far.lat)
        assert 0 <= column < looks(app).width
        assert 0 <= row < looks(app).height
        await pilot.press("n", "enter")
        await pilot.pause()
        assert app.chosen == ["c4"]

    run(play)


def spot_of(app, text):
    """Column and row of a text on the map."""
    lines = text_of(app.map).splitlines()
    row = next(number for number, line in enumerate(lines) if text in line)
    return lines[row].index(text) + 1, row


def test_a_click_selects_and_another_one_the_next_thing_of_the_stack():
    async def play(app, pilot):
        app.CLICK_CHAIN_TIME_THRESHOLD = 0.0  # however fast the clicks follow each other
        at, selected = spot_of(app, "<2c 7h>"), []
        for _ in range(3):
            await pilot.click(app.map, offset=at)
            selected.append(app.map.selected_item.id)
        await pilot.click(app.map, offset=(1, 20))
        selected.append(app.map.selected_item.id)
        return selected, app.chosen

    assert run(play) == (["c3", "c2", "c3", "c3"], [])


def test_a_double_click_chooses():
    async def play(app, pilot):
        await pilot.double_click(app.map, offset=spot_of(app, "<2c 7h>"))
        await pilot.pause()
        return app.chosen

    assert run(play) == ["c3"]


def test_dragging_moves_the_map_with_the_pointer():
    async def play(app, pilot):
        before = looks(app).place(30, 10)
        await pilot.mouse_down(app.map, offset=(30, 10))
        await pilot.hover(app.map, offset=(40, 13))
        await pilot.mouse_up(app.map, offset=(40, 13))
        return before, looks(app).place(40, 13)

    before, after = run(play)
    assert abs(before[1] - after[1]) < 0.01


def test_another_instant_keeps_what_is_selected_and_where_one_looks():
    async def play(app, pilot):
        await pilot.press("plus", "n")
        before, item = looks(app), app.map.selected_item
        app.map.set_scene(busy())
        await pilot.pause()
        assert app.map.selected_item == item
        assert looks(app) == before
        app.map.set_scene(opening("narrow-sea", "aldva"))
        assert app.map.selected_item is None

    run(play)


def test_routes_are_drawn_on_demand_and_those_of_a_selected_place():
    async def play(app, pilot):
        bare = text_of(app.map)
        await pilot.press("w")
        everything = text_of(app.map)
        await pilot.press("w")
        assert text_of(app.map) == bare
        texts = [bare, everything]
        for name in ("kelda", "sarne"):
            app.map.select(next(each for each in app.map.picture_shown.items if each.id == name))
            texts.append(text_of(app.map))
        return [text.count("~") for text in texts]

    bare, everything, of_an_inland_place, of_a_port = run(play, ascii_only=True)
    assert bare == of_an_inland_place == 0 < of_a_port < everything


def test_dragging_over_a_thing_does_not_select_it():
    async def play(app, pilot):
        column, row = spot_of(app, "<2c 7h>")
        await pilot.mouse_down(app.map, offset=(column, row))
        await pilot.hover(app.map, offset=(column + 5, row))
        await pilot.mouse_up(app.map, offset=(column + 5, row))
        await pilot.pause()
        return app.map.selected_item

    assert run(play) is None


def test_every_sign_on_the_map_is_explained():
    told = {sign for sign, _ in meanings()} | {sign for sign, _ in meanings(ascii_only=True)}
    assert {sign for signs in MARKS.values() for sign in signs} <= told
    assert set(LETTERS.values()) <= told
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert set(LETTERS) == set(get_args(ForceKind))
    assert all(sign.isascii() for sign, _ in meanings(ascii_only=True))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
def test_every_theme_shows_the_same_text_in_its_own_colours(theme):
    async def play(app, pilot):
        before = text_of(app.map)
        app.theme = theme
        await pilot.pause()
        assert text_of(app.map) == before
        return {segment.style.bgcolor for row in range(10) for segment in app.map.render_line(row)}

    assert (run(play) == {None}) is theme.startswith("ansi")


def test_a_map_of_any_theatre_can_be_drawn():
    for name in ("tutorial", "great-alliance"):
        scene = opening(name, load_scenario(name).nations[0].id)
        assert len(frame(scene, SIZES[0]).splitlines()) == SIZES[0][1]


def test_names_may_be_wide_or_carry_accents():
    scenario = load_scenario("tutorial")
    wide = ("東京港", "Zażółć", "e\u0301te\u0301", "Line\nbreak", "\x1b[31mred")
    locations = (
        tuple(replace(each, name=name) for each, name in zip(scenario.theatre.locations, wide, strict=False))
        + scenario.theatre.locations[len(wide) :]
    )
    scene = at_startex(replace(scenario, theatre=replace(scenario.theatre, locations=locations)), "dalvora")

    async def play(app, pilot):
        strips = [app.map.render_line(row) for row in range(app.map.size.height)]
        assert {cell_len(strip.text) for strip in strips} == {SIZES[1][0]}
        return text_of(app.map)

    text = run(play, scene=scene)
    assert "東京港" in text
    assert "\x1b" not in text


def test_numpy_waits_for_the_first_map():
    code = "import sys, wargame.tui.map.widget; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
