"""Tab 5 once more: what the umpire's table counts, what its columns are, and that histories stand in line."""

import re

from tests.desk.panel_scenes import at_desk
from wargame.desk.bars import history
from wargame.desk.lines import wrap
from wargame.desk.panels import indicators
from wargame.replay import names
from wargame.replay.summary_indicators import matrix
from wargame.replay.watch import Scene
from wargame.replay.wording import CUT


def told(scene: Scene) -> list[str]:
    return [para.text for para in indicators.paras(scene)]


def test_what_the_media_tell_all_nations_counts_once_for_the_umpire_as_it_is_listed_once():
    scene = at_desk(1, "excon")
    media = {body.indicator for held in scene.situation.pictures.values() for body in _from_outside(held)}
    assert media
    counts = {sign.indicator: sign.seen for sign in matrix(scene).signs}
    assert all(counts[each] == 1 for each in media)
    lines = told(scene)
    for each in media:
        row = next(line.split() for line in lines if line.lstrip().startswith(f"{each} "))
        assert row[1] == "1"
        assert "never" not in row
    said = [line for line in lines if "from the media" in line]
    assert len(said) == len(media)
    assert all(line.startswith("all nations") for line in said)


def _from_outside(picture):
    return [state.body for state in picture.reports.values() if state.body.originator == "media"]


def test_an_indicator_has_its_line_of_the_warning_list_under_it_cut_with_a_mark():
    scene = at_desk(13)
    lines = list(indicators.paras(scene))
    keys = [(place, para.key) for place, para in enumerate(lines)]
    shown = [(place, str(key[1])) for place, key in keys if key is not None and key[0] == "indicator"]
    assert shown
    for place, name in shown:
        text = names.indicator(scene.scenario, name).strip().rstrip(".")
        under = lines[place + 1].text
        assert under == text or (under.endswith(CUT) and text.startswith(under.removesuffix(CUT)))
        assert len(wrap(lines[place + 1], 80)) == 1


def test_what_is_named_as_evidence_is_in_the_table():
    scene = at_desk(13)
    evidence = re.compile(r"([a-z]+(?:-[a-z]+)+)(?: \(silent\))? x")
    named = {name for line in told(scene) for name in evidence.findall(line)}
    assert named
    assert named <= {para.key[1] for para in indicators.paras(scene) if para.key and para.key[0] == "indicator"}


def test_what_was_to_be_expected_is_explained_and_left_out_before_any_time_has_passed():
    later, at_first = told(at_desk(13)), told(at_desk(1))
    assert any("routine" in line and "attack" in line and "last seen" in line for line in later)
    assert any(line.startswith("routine, attack: how often own sensors would have reported it") for line in later)
    assert not any("routine" in line and "last seen" in line for line in at_first)
    assert not any(line.startswith("routine, attack:") for line in at_first)


def test_a_history_leaves_the_place_empty_of_a_turn_that_had_no_value():
    assert history([None, 0.0, None, 1.0], high=1.0) == " ▁ █"
