"""People read names, not ids; where an order needs the id it stands beside the name."""

import pytest

from tests.desk.panel_scenes import at_desk, record
from wargame.desk.estimating import estimate_paras
from wargame.desk.lines import wrap
from wargame.desk.watching import happening
from wargame.model.decisions.home_front import SendRelief
from wargame.model.view import View
from wargame.replay.order_words import subject
from wargame.replay.reel import Session
from wargame.replay.result import report
from wargame.replay.summary_mel import injects
from wargame.replay.summary_reports import short_marking
from wargame.replay.telling import tell
from wargame.replay.telling.table import Teller
from wargame.replay.watch import TRUTH
from wargame.rules.legal import legal
from wargame.rules.legal.table import called


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("ald-frontier", "Aldvan Frontier Brigade (ald-frontier)"),
        ("ilmara", "Ilmara"),
        ("kelda", "Kelda"),
        ("state_probability", "state probability"),
    ],
)
def test_orders_about_something_call_it_by_its_name(label, said):
    scene = at_desk(5)
    assert subject(scene.scenario, scene.situation, scene.view, label).startswith(said)


def test_a_label_of_a_measure_says_what_it_stands_for():
    scene = at_desk(16)
    label = next(iter(scene.situation.council.measures))
    assert subject(scene.scenario, scene.situation, scene.view, label).startswith(f"{label} (")


def test_a_marking_names_whoever_may_read_it():
    assert short_marking(at_desk(1), "SECRET//REL TO kasmar, ilmara") == "S//REL TO Kasmar, Ilmara"
    assert short_marking(at_desk(1), "TOP SECRET//NOFORN") == "TS//NOFORN"


def test_no_sentence_has_a_force_by_its_id_alone():
    whole = record()
    teller = Teller(whole.header.scenario, {}, TRUTH)
    forces = {force.id: force.name for nation in whole.header.scenario.nations for force in nation.forces}
    told = [said for said in (tell(teller, event) for event in whole.events) if said is not None]
    named = 0
    for said in told:
        words = said.before + said.who + said.after
        for force, name in forces.items():
            if force in words:
                assert f"{name} ({force})" in words
                named += 1
    assert named


def test_an_event_looked_at_closely_names_people_and_places():
    session = Session.of(record())
    given = next(event for event in session.events if event.body.kind == "permission_given")
    text = "\n".join(para.text for para in happening(session.reel(TRUTH), given.id))
    for nation in session.record.header.scenario.nations:
        assert nation.id not in text


def test_the_master_events_list_and_the_result_call_nations_by_their_names():
    scene = at_desk(1, "excon")
    ids = [nation.id for nation in scene.scenario.nations]
    incidents = [each.text for each in injects(scene) if each.kind == "incident"]
    assert incidents
    assert not any(text.endswith(name) for text in incidents for name in ids)
    assert not any(line.strip().startswith(f"{name} ") for line in report(record()).splitlines() for name in ids)


def test_a_refusal_says_the_name():
    scene = at_desk(5, "aldva")
    view = View(scene.view, scene.scenario, scene.situation, scene.events)
    engineers = [force.id for nation in scene.scenario.nations for force in nation.forces if force.kind == "engineers"]
    reasons = {legal(view, SendRelief(force=force, to="ilmara")) for force in engineers}
    assert "Ilmara has taken in nobody" in reasons
    assert called(view, "nobody-at-all") == "'nobody-at-all'"


def test_columns_of_the_staff_estimate_stand_at_one_place_for_all_nations():
    lines = ["".join(text for _, text in wrap(para, 200)[0]) for para in estimate_paras(at_desk(1))]
    places = {line.index("P10") for line in lines if "P10" in line}
    assert len(places) == 1
    assert any("Aldvan Frontier Brigade (ald-frontier)" in line for line in lines)
