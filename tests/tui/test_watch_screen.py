"""The replay player: winding, views, scores, and playing on from any turn."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import cast

import pytest

from wargame.desk.desk import Desk
from wargame.desk.watching import (
    could_have_known,
    course,
    densities,
    event_parts,
    happening,
    rung_line,
    scores,
    until,
    where,
)
from wargame.files.replays import load_replay
from wargame.model.clock import instant
from wargame.replay.reel import STEPS, Session
from wargame.replay.result import report
from wargame.replay.summary import as_plain
from wargame.replay.telling import NOTABLE, WEIGHTY
from wargame.replay.watch import TRUTH
from wargame.replay.wording import percent, plain_words
from wargame.scoring.response import milestones
from wargame.tui.app import Wargame
from wargame.tui.events import EventList
from wargame.tui.listing import Listing
from wargame.tui.screens.branch import BranchHere
from wargame.tui.screens.crisis import Crisis
from wargame.tui.screens.loading import CannotWatch, opened
from wargame.tui.screens.result import Result
from wargame.tui.screens.sessions import Played
from wargame.tui.screens.watch import CouldHaveKnown, Happening, Watch
from wargame.tui.scrubber import LEAD, Scrubber

SAMPLE = "replays/narrow-sea-attacked.jsonl"
SEAT = "aldva"


@pytest.fixture(scope="module")
def session():
    return opened(SAMPLE, lambda share: None)


def watching(session, play, size=(80, 24), path=SAMPLE):
    """Play with the screen of a session that has been read."""

    async def on_screen():
        app = Wargame(plain_ascii=False)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            screen = Watch(session, path)
            await app.push_screen(screen)
            await settled(pilot)
            return await play(pilot, screen)

    return asyncio.run(on_screen())


async def settled(pilot):
    """Until panels have been made for where one looks."""
    for _ in range(600):
        await pilot.pause(0.05)
        screen = pilot.app.screen
        if not isinstance(screen, Watch) or screen.settled:
            break
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until_screen(pilot, kind):
    for _ in range(600):
        if isinstance(pilot.app.screen, kind):
            return pilot.app.screen
        await pilot.pause(0.05)
    raise AssertionError(f"{kind.__name__} did not come; {pilot.app.screen}, {pilot.app.fault}")


def shown(pilot):
    """All that stands on the screen."""
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in pilot.app.screen._compositor.render_strips()
    )


def told(*arguments):
    """What `wargame show` tells programs."""
    command = [sys.executable, "-m", "wargame", "show", SAMPLE, "--json", *arguments]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


# --- winding -------------------------------------------------------------------------------------------------


def test_turn_by_turn_it_shows_what_wargame_show_tells(session):
    async def play(pilot, screen):
        await pilot.press("right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        await settled(pilot)
        return session.scene(screen.view, screen.position), screen.position

    scene, position = watching(session, play)
    assert position == session.stops[3].position
    assert json.loads(json.dumps(as_plain(scene))) == told("--turn", "4")


def test_event_by_event_it_shows_what_wargame_show_tells_at_that_instant(session):
    async def play(pilot, screen):
        await pilot.press("right_curly_bracket", *["right_square_bracket"] * 12)
        while session.at(session.time(screen.position)) != screen.position:
            await pilot.press("right_square_bracket")
        await settled(pilot)
        return screen.position

    position = watching(session, play)
    time = session.time(position)
    shown_at = told("--at", f"H+{time // 3600}:{time % 3600 // 60:02}")
    scene = session.scene(TRUTH, position)
    assert json.loads(json.dumps(as_plain(scene)))["situation"]["turn"] == shown_at["situation"]["turn"]
    same = [event for event in session.events if event.time <= shown_at["seconds"]]
    assert shown_at["events"] == len(same) <= position


def test_keys_wind_to_both_ends_and_step_back_as_they_stepped_on(session):
    async def play(pilot, screen):
        places = []
        await pilot.press("f", "f")  # all events
        for key in ("home", "right_square_bracket", "right_square_bracket", "left_square_bracket", "end"):
            await pilot.press(key)
            places.append(screen.position)
        await pilot.press("left_curly_bracket")
        places.append(screen.position)
        await pilot.press("home", "left_square_bracket", "left_curly_bracket")
        return [*places, screen.position]

    assert watching(session, play) == [0, 1, 2, 1, len(session.events), session.stops[-1].position, 0]


def test_a_click_on_the_scrubber_goes_there(session):
    async def play(pilot, screen):
        await pilot.click(Scrubber, offset=(1 + LEAD + 36, 0))
        await settled(pilot)
        return screen.position, screen.query_one(Scrubber).room

    position, room = watching(session, play)
    share = session.time(position) / session.end
    assert abs(share - 36.5 / room) < 1 / room


def test_the_filter_leaves_weighty_events_and_steps_go_from_one_to_the_next(session):
    async def play(pilot, screen):
        await pilot.press("home", "f")
        await settled(pilot)
        found = []
        for _ in range(5):
            await pilot.press("right_square_bracket")
            found.append(screen.position)
        return found, screen.heading, screen.query_one(EventList).shown

    positions, title, listed = watching(session, play)
    lines = session.reel(TRUTH).lines
    assert title.endswith("truth, weighty events (f: all events)")
    assert all(lines[position - 1].weight >= WEIGHTY for position in positions)
    assert positions == list(listed[:5])
    assert sum(line.weight >= WEIGHTY for line in lines) == len(listed)


def test_it_begins_with_notable_events_and_f_shows_book_keeping_too(session):
    async def play(pilot, screen):
        notable = screen.query_one(EventList).shown
        await pilot.press("f", "f")
        return notable, screen.query_one(EventList).shown

    notable, everything = watching(session, play)
    lines = session.reel(TRUTH).lines
    assert {lines[number - 1].weight >= NOTABLE for number in notable} == {True}
    assert len(everything) == len(lines)
    assert any(lines[number - 1].text.startswith("(assessed:") for number in everything)
    assert not any(lines[number - 1].text.startswith("(assessed:") for number in notable)


def test_search_goes_to_the_next_event_that_says_it(session):
    async def play(pilot, screen):
        await pilot.press("home", "slash", *"warning", "enter")
        await settled(pilot)
        first = screen.position
        await pilot.press("n")
        await settled(pilot)
        return first, screen.position

    first, second = watching(session, play)
    lines = session.reel(TRUTH).lines
    assert 0 < first < second
    assert "warning" in lines[first - 1].text.casefold()
    assert "warning" in lines[second - 1].text.casefold()
    assert not any("warning" in line.text.casefold() for line in lines[: first - 1])


# --- views ---------------------------------------------------------------------------------------------------


def test_the_title_says_whose_knowledge_is_shown(session):
    async def play(pilot, screen):
        titles = [screen.heading]
        for key in ("t", "t", "T", "T", "t", "u"):
            await pilot.press(key)
            await settled(pilot)
            titles.append(screen.heading.split(", ")[1])
        return titles

    titles = watching(session, play)
    assert titles == [
        "Replay: The Narrow Sea, truth, notable events (f: weighty events)",
        "as Aldva knew it",
        "as Harland knew it",
        "as Aldva knew it",
        "truth",
        "as Aldva knew it",
        "truth",
    ]


def test_no_tab_of_a_seats_view_says_what_only_the_umpire_knows(session):
    """What the adversary does in secret and what other staffs hold is told to the umpire in words of its own."""
    adversary = session.record.header.scenario.adversaries[0]
    hidden = {line.text for line in session.reel(TRUTH).lines} - {line.text for line in session.reel(SEAT).lines}
    secret = [text[:30] for text in hidden if "climbed from rung" in text or "feigns" in text or "(assessed:" in text]
    assert len(secret) > 5
    secret += [force.id for force in adversary.forces] + ["UMPIRE", "climbed from"]

    async def play(pilot, screen):
        await pilot.press("t")
        await settled(pilot)
        text = ""
        for place in range(0, len(session.events), 1100):
            screen.go(place)
            for tab in "12345678":
                await pilot.press(tab)
                await settled(pilot)
                text += shown(pilot)
        return text

    text = watching(session, play, size=(140, 40))
    assert "Aldva" in text
    for name in secret:
        assert name not in text, name


def test_a_seats_list_holds_its_own_events_under_its_own_numbers(session):
    reel = session.reel(SEAT)
    assert [event.id for event in reel.events] == list(range(1, len(reel.events) + 1))
    assert len(reel.events) < len(session.events)
    seen = course(session, reel, 0)
    assert sum(densities(seen, 72)) == len(reel.events)


def test_what_is_wanted_last_is_shown_however_long_another_view_takes(monkeypatch):
    fresh = opened(SAMPLE, lambda share: None)
    _, slow, wanted, *_ = fresh.views
    made, may_go_on = Session.reel, Event()

    def reel(self, view, progress=None):
        if view == slow:
            may_go_on.wait(60)
        return made(self, view, progress)

    monkeypatch.setattr(Session, "reel", reel)

    async def play(pilot, screen):
        await pilot.press("t", "t")
        for _ in range(600):
            if screen.settled:
                break
            await pilot.pause(0.05)
        before = screen.view
        may_go_on.set()
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        return before, screen.view, screen.heading

    before, after, title = watching(fresh, play)
    assert before == after == wanted
    assert ", as Harland knew it, " in title


def test_hindsight_says_that_it_is_the_umpires(session):
    async def play(pilot, screen):
        await pilot.press("t", "c")
        page = await until_screen(pilot, CouldHaveKnown)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        return page.heading, shown(pilot)

    title, text = watching(session, play)
    assert "umpire" in title
    assert "could have known" in text
    assert next(iter(could_have_known(session, "hq", 100))).text.startswith("Only a nation")


# --- what is drawn -------------------------------------------------------------------------------------------


def test_the_scrubber_counts_every_event_and_says_the_rung_in_figures(session):
    for view in (TRUTH, SEAT, "commander"):
        reel = session.reel(view)
        whole = course(session, reel, 0)
        assert sum(densities(whole, 60)) == len(reel.events)
        line = rung_line(whole, 60)
        assert len(line) == 60
        last = reel.rungs[-1][1]
        assert line[-1] == ("?" if last is None else str(last))
    assert rung_line(course(session, session.reel(TRUTH), 0), 60)[0] == "2"
    notable = course(session, session.reel(TRUTH), NOTABLE)
    assert 0 < sum(densities(notable, 60)) < len(session.events)


@pytest.mark.parametrize("columns", [20, 40, 79])
def test_an_event_takes_one_line_and_what_is_cut_is_marked(session, columns):
    reel = session.reel(TRUTH)
    for number in range(1, len(reel.events), 50):
        line = "".join(text for _, text in event_parts(reel, number, columns))
        assert len(line) <= columns
        whole = "".join(text for _, text in event_parts(reel, number, 10**4))
        assert line == whole or line.endswith("..")


def test_ascii_terminals_get_ascii():
    async def play():
        app = Wargame(replay=SAMPLE, plain_ascii=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await until_screen(pilot, Watch)
            await pilot.press("right_curly_bracket")
            await settled(pilot)
            return shown(pilot)

    assert asyncio.run(play()).isascii()


# --- what came of it -----------------------------------------------------------------------------------------


def test_scores_are_those_of_the_session_up_to_there(session):
    whole = [para.text.strip() for para in scores(session, len(session.events))]
    assert whole[0].startswith("SCORES AS OF D+60")
    assert " ".join(" ".join(whole[1:]).split()) == " ".join(report(session.record).split())
    early = [para.text for para in scores(session, session.stops[5].position)]
    assert any("not attacked" in line for line in early)
    assert any("ATTACKED" in line or "attacked, not deterred" in line for line in whole)
    assert any("has been attacked so far" in line for line in early)
    assert any("No deployment of forces has been adopted so far." in line for line in early)
    assert not any("so far" in line or "not yet" in line for line in whole)
    cut = until(session, 500)
    assert cut.events == session.events[:500]
    assert list(scores(session, 0))[1].text.startswith("Nothing has happened")


def test_the_scores_tab_is_for_the_truth_only(session):
    async def play(pilot, screen):
        await pilot.press("8")
        await settled(pilot)
        truth = shown(pilot)
        await pilot.press("t")
        await settled(pilot)
        return truth, shown(pilot)

    truth, seat = watching(session, play)
    assert "Outcome" in truth
    assert "Outcome" not in seat
    assert "the umpire's. u shows the truth" in seat


def test_enter_on_an_event_opens_it_with_cause_and_effect(session):
    async def play(pilot, screen):
        await pilot.press("home", "f", "f", "right_square_bracket")
        await settled(pilot)
        await pilot.press("enter")
        page = await until_screen(pilot, Happening)
        text = shown(pilot)
        await pilot.press("escape")
        await until_screen(pilot, Watch)
        return page.number, text

    number, text = watching(session, play)
    assert session.reel(TRUTH).lines[number - 1].text[:40] in text


def test_a_choice_of_the_adversary_tells_what_it_weighed_and_believed(session):
    """Acts as words, the likeliest first and the chosen one marked, chances in percent; no raw figures."""
    reel = session.reel(TRUTH)
    event = next(each for each in reel.events if each.body.kind == "adversary_chose" and each.body.act == "attack")
    told = [" ".join(para.text.split()) for para in happening(reel, event.id)]
    rows = told[told.index("act likely utility") + 1 :][: len(event.body.options)]
    likeliest = sorted(event.body.options, key=lambda each: -each.probability)
    acts = [f"{plain_words(each.act)} {percent(each.probability)} {each.utility:.2f}" for each in likeliest]
    assert [row.removesuffix(" chosen") for row in rows] == acts
    assert [row.split()[0] for row in rows if row.endswith("chosen")] == ["attack"]
    assert f"Best use of force less best peaceful act: {event.body.margin:+.2f}" in told
    assert f"The allies fight {percent(event.body.resolve)}" in told
    assert sum(line.startswith("Harland fights ") for line in told) == 1
    assert not any(str(each.utility) in line for each in event.body.options for line in told)


# --- another course ------------------------------------------------------------------------------------------


def test_b_plays_on_from_the_turn_that_is_shown(session, tmp_path, monkeypatch):
    sample = Path(SAMPLE).resolve()
    monkeypatch.chdir(tmp_path)

    async def play(pilot, screen):
        await pilot.press("right_curly_bracket", "b")
        page = await until_screen(pilot, BranchHere)
        assert page.turn == 2
        page.query_one(Listing).point_at(("seat", SEAT))
        await pilot.press("enter")
        for _ in range(1200):
            if any(isinstance(each, Crisis) and each.scene is not None for each in pilot.app.screen_stack):
                break
            await pilot.pause(0.1)
        await pilot.pause()
        return pilot.app.fault

    assert watching(session, play, path=str(sample)) == ""
    (file,) = (tmp_path / "replays").glob("*.jsonl")
    branched, whole = load_replay(file), session.record
    assert branched.header.parent.turn == 1
    assert branched.played == list(whole.played[:1])
    assert [each.seat for each in branched.header.seating if each.player == "person"] == [SEAT]


def test_after_the_end_there_is_nothing_to_play(session):
    async def play(pilot, screen):
        await pilot.press("end", "b")
        await pilot.pause()
        return type(pilot.app.screen)

    assert watching(session, play) is Watch


# --- opening -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", [b"", b"not a replay\n", b'{"format":"wargame-record","version":99}\n'])
def test_what_is_no_replay_is_said_in_one_line(tmp_path, damage):
    path = tmp_path / "a.jsonl"
    path.write_bytes(damage)
    with pytest.raises(CannotWatch) as caught:
        opened(str(path), lambda share: None)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_damaged_replay_is_said_in_one_line_and_the_program_goes_on(tmp_path):
    path = tmp_path / "a.jsonl"
    content = bytearray(Path(SAMPLE).read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    async def play():
        app = Wargame(replay=str(path), plain_ascii=False)
        async with app.run_test(size=(80, 24)) as pilot:
            for _ in range(600):
                if app.fault:
                    break
                await pilot.pause(0.05)
        return app.fault, app.return_value

    fault, code = asyncio.run(play())
    assert "checksum" in fault
    assert "\n" not in fault
    assert code == 4


def test_home_leads_to_every_session_newest_first_and_to_one_of_them():
    async def play():
        app = Wargame(plain_ascii=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            app.screen.query_one(Listing).point_at(("do", "watch"))
            await pilot.press("enter")
            page = await until_screen(pilot, Played)
            for _ in range(600):
                if page.query_one(Listing).key is not None:
                    break
                await pilot.pause(0.05)
            listing = page.query_one(Listing)
            files = [Path(str(para.key[1])).name for para in listing.paras if para.key is not None]
            listing.point_at(next(para.key for para in listing.paras if para.key and "attacked.jsonl" in para.key[1]))
            await pilot.press("enter")
            screen = await until_screen(pilot, Watch)
            return files, screen.path

    files, path = asyncio.run(play())
    assert {"narrow-sea-attacked.jsonl", "narrow-sea-deterred.jsonl"} <= set(files)
    assert path.endswith("narrow-sea-attacked.jsonl")


def test_a_session_that_is_not_over_can_be_watched_up_to_where_it_is(session):
    started = Session.of(type(session.record)(header=session.record.header, played=session.record.played[:2]))
    started.reel(TRUTH)

    async def play(pilot, screen):
        await pilot.press("end", "8")
        await settled(pilot)
        return shown(pilot)

    assert "not finished" in " ".join(watching(started, play).split())


@pytest.mark.parametrize("keys", [("c", "escape"), ("t", "escape"), ("6", "escape"), ("8", "t", "escape")])
def test_leaving_in_the_middle_of_something_is_no_fault(keys):
    fresh = opened(SAMPLE, lambda share: None)

    async def play(pilot, screen):
        await pilot.press(*keys)
        if isinstance(pilot.app.screen, Watch):
            await pilot.press("escape")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        return pilot.app.fault

    assert watching(fresh, play) == ""


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
def test_the_instant_can_be_read_wherever_it_lies(session, size):
    async def play(pilot, screen):
        scrubber = screen.query_one(Scrubber)
        found = []
        for share in range(0, 101, 5):
            screen.go(session.at(session.end * share // 100))
            found.append("".join(segment.text for segment in scrubber.render_line(2)))
        return found, scrubber.content_size.width

    lines, width = watching(session, play, size)
    for share, line in zip(range(0, 101, 5), lines, strict=True):
        time = session.time(session.at(session.end * share // 100))
        stop = session.stop(session.at(time))
        assert f" {instant(time)}  {'turn ' if stop is None or stop.played else 'after ENDEX'}" in line
        assert "▲" in line
        assert len(line) == width


def test_r_goes_along_the_critical_path_of_the_response(session):
    async def play(pilot, screen):
        await pilot.press("home")
        found = []
        for _ in session.steps:
            await pilot.press("r")
            found.append((session.time(screen.position), screen.query_one(Scrubber).words))
        await pilot.press("R")
        return found, session.time(screen.position)

    found, back = watching(session, play)
    reached = milestones(session.events, session.record.header.scenario)
    assert [time for time, _ in found] == list(reached.times)
    for (_, words), name in zip(found, STEPS, strict=True):
        assert name.upper() in words
    assert back == reached.arrived
    assert len({name[0] for name in STEPS}) == len(STEPS)


def test_a_seats_view_has_no_steps_of_the_response(session):
    assert course(session, session.reel(SEAT), 0).steps == ()
    time, name = session.steps[3]
    reel = session.reel(SEAT)
    assert name.upper() not in where(session, reel, session.at(time))


def test_the_result_of_a_session_leads_to_its_replay():
    async def play():
        app = Wargame(plain_ascii=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await app.push_screen(Result(cast(Desk, SimpleNamespace(path=SAMPLE, seats=()))))
            await pilot.press("w")
            screen = await until_screen(pilot, Watch)
            await settled(pilot)
            await pilot.press("escape")
            await until_screen(pilot, Result)
            return screen.path

    assert asyncio.run(play()) == SAMPLE
