"""What is on the map: all that the view knows, and nothing that it does not."""

import pytest

from tests.replay.scenes import ATTACKED, begun, end, looked, record
from tests.tui.map_scenes import busy, opening, report, told
from wargame.files.scenarios import load_scenario
from wargame.model.clock import DAY, instant
from wargame.model.happenings import ReportDisproved
from wargame.model.scenario import EXCON, RED, all_seats
from wargame.replay.watch import TRUTH, seen
from wargame.tui.map.picture import picture

SEATS = [seat for seat in all_seats(record().header.scenario) if seat not in (EXCON, RED)]


def items(scene, what):
    return {each.id: each for each in picture(scene).items if each.what == what}


def enemies(scenario) -> set[str]:
    return {force.id for each in scenario.adversaries for force in each.forces}


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("day", [0, 5, 12, 20])
def test_a_seat_of_the_alliance_sees_the_adversary_as_contacts_of_its_own_reports_only(seat, day):
    whole = record()
    scene = looked(whole, day * DAY, seat)
    shown = picture(scene)
    assert not {each.id for each in shown.items if each.what == "force"} & enemies(whole.header.scenario)
    held = [report.body.contact for each in scene.situation.pictures.values() for report in each.reports.values()]
    for each in shown.items:
        if each.what == "contact":
            assert each.id in held
        if each.side == "hostile":
            assert each.what != "force"
    told_of = "\n".join(f"{each.name} {each.about}" for each in shown.items)
    for adversary in whole.header.scenario.adversaries:
        for force in adversary.forces:
            assert force.name not in told_of


def test_a_live_view_shows_what_the_seat_has():
    table = begun(3, load_scenario("narrow-sea"))
    shown = picture(seen(table.exercise.view("aldva")))
    assert not {each.id for each in shown.items} & enemies(table.exercise.scenario)
    assert {each.side for each in shown.items if each.what == "force"} == {"own", "allied"}
    assert {each.id for each in shown.items if each.what == "place"} == {
        each.id for each in table.exercise.scenario.theatre.locations
    }


def test_the_umpire_sees_formations_in_the_place_of_contacts():
    whole = record()
    for view in (TRUTH, EXCON):
        scene = looked(whole, end(whole), view)
        assert enemies(whole.header.scenario) <= set(items(scene, "force"))
        assert not items(scene, "contact")


def test_the_adversary_sees_its_own_forces_as_its_own_and_no_allied_ones():
    scene = opening("narrow-sea", RED)
    assert set(items(scene, "force")) == enemies(load_scenario("narrow-sea"))
    assert {each.side for each in items(scene, "force").values()} == {"own"}


def test_contacts_stand_where_they_were_last_reported_with_their_age():
    contacts = items(busy(), "contact")
    assert list(contacts) == ["c4", "c3", "c2", "c1"]
    newest, oldest = contacts["c4"], contacts["c1"]
    assert (newest.spot, newest.age, newest.old) == ("jorn", "4h", False)
    assert (oldest.spot, oldest.age, oldest.old) == ("kesten", "4d", True)
    assert newest.about == "contact c4, reported near Jorn, seen D+4T08:00, 4 h ago (report r104)"
    assert oldest.about.endswith("may be anywhere by now")


def test_a_contact_moves_with_its_newest_report_and_one_without_a_place_is_not_on_the_map():
    first, then, nowhere = report("c1", "kesten", 10.0), report("c1", "memra", 20.0), report("c2", None, 21.0)
    contacts = items(told("narrow-sea", "aldva", first, then, nowhere, hours=24.0), "contact")
    assert {name: each.spot for name, each in contacts.items()} == {"c1": "memra"}


def test_a_contact_that_turned_out_to_be_nothing_leaves_the_map():
    one, other = report("c1", "kesten", 10.0), report("c2", "memra", 20.0)
    disproved = (30.0, ReportDisproved(nation="aldva", reports=("r20",)))
    assert set(items(told("narrow-sea", "aldva", one, other, hours=40.0), "contact")) == {"c1", "c2"}
    assert set(items(told("narrow-sea", "aldva", one, other, disproved, hours=40.0), "contact")) == {"c1"}


def test_a_place_under_attack_is_marked_until_the_fighting_is_over():
    whole = record(ATTACKED)
    attack = next(event for event in whole.events if event.body.kind == "attack_began")
    before, after = (items(looked(whole, attack.time + lag, "north"), "place") for lag in (-1, 0))
    assert before["gate"].mark == "objective"
    assert after["gate"].mark == "attacked"
    assert f"under attack since {instant(attack.time)}" in after["gate"].about


def test_a_force_under_way_is_drawn_between_where_it_left_and_where_it_goes():
    scene = busy()
    force = items(scene, "force")["nor-isle"]
    start, end_ = (
        next(each for each in scene.scenario.theatre.locations if each.id == name)
        for name in ("stadsholm", "grey-isle")
    )
    assert force.spot is None
    assert end_.lat < force.lat < start.lat
    assert force.about.endswith("on its way to Grey Isle, due D+4T16:00")
    moves = [each for each in picture(scene).moves if each.start == (start.lon, start.lat)]
    assert [(each.end, each.side, each.planned) for each in moves] == [((end_.lon, end_.lat), "allied", False)]


def test_the_nearer_it_is_the_further_it_has_come():
    def at(hours):
        body = next(each.body for each in busy().events if getattr(each.body, "mode", "") == "sea")
        return items(told("narrow-sea", "aldva", (100.0, body), hours=hours), "force")["nor-isle"].lat

    assert at(101.0) > at(105.0) > at(111.0)


def test_things_come_up_with_what_matters_first():
    order = [each.what for each in picture(busy()).items]
    assert order[:5] == ["contact"] * 4 + ["force"]
    assert {each.mark for each in picture(busy()).items if each.what == "place"} >= {"objective", "capital", "port"}
    assert [each.what for each in picture(busy()).items][-1] == "place"


def test_a_place_says_what_it_is_and_whose():
    places = items(busy(), "place")
    assert places["kelda"].about == "Kelda: objective, airfield, railhead and base, Aldva"
    assert (places["kelda"].side, places["kesten"].side, places["pregar"].side) == ("own", "hostile", "neutral")
