"""Files of earlier versions are read; files of later ones, and of other formats, are refused with the reason."""

import json

import pytest

from wargame.files.faults import FileFaults
from wargame.files.strict_json import read_line
from wargame.files.versions import Family, migrate


def rename_places(data):
    return {**{key: value for key, value in data.items() if key != "places"}, "ports": data["places"]}


def double_ports(data):
    return {**data, "ports": [port * 2 for port in data["ports"]]}


FAMILY = Family("wargame-toy", 3, {1: rename_places, 2: double_ports})


def document(**data):
    return read_line(json.dumps(data).encode(), "f.json", 1)


def fault(family, made):
    with pytest.raises(FileFaults) as caught:
        migrate(family, made)
    (found,) = caught.value.faults
    return found


def test_the_current_version_is_left_as_it_is():
    made = document(format="wargame-toy", version=3, ports=[1])
    assert migrate(FAMILY, made).data == made.data


def test_an_old_file_goes_through_every_version_in_turn():
    made = document(format="wargame-toy", version=1, places=[2, 4])
    assert migrate(FAMILY, made).data == {"format": "wargame-toy", "version": 3, "ports": [4, 8]}
    assert made.data["places"] == [2, 4]  # what was read is untouched


def test_a_step_begins_where_the_file_is():
    assert migrate(FAMILY, document(format="wargame-toy", version=2, ports=[1])).data["ports"] == [2]


def test_a_fault_after_migration_is_placed_in_the_file_as_it_was_written():
    made = migrate(FAMILY, document(format="wargame-toy", version=2, ports=[1]))
    assert made.fault(("ports", 0), "m").column == 51
    assert made.fault(("new", "field"), "m").column == 1


def test_a_newer_file_asks_for_an_update():
    found = fault(FAMILY, document(format="wargame-toy", version=9))
    assert found.message == "written by a newer wargame (format 9; this one reads up to 3)"
    assert found.hint == "update wargame"
    assert found.column == 38


@pytest.mark.parametrize("version", [None, "1", 1.0, True, [], 0, -1])
def test_a_version_is_a_whole_number_from_1(version):
    found = fault(FAMILY, document(format="wargame-toy", version=version))
    assert found.where == "version"
    assert found.hint == "write 'version: 3'"


def test_a_missing_version_or_format_is_asked_for():
    assert fault(FAMILY, document(format="wargame-toy")).message == "missing field 'version'"
    assert fault(FAMILY, document(version=1)).message == "missing field 'format'"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("wargame-toi", "did you mean 'wargame-toy'?"),
        ("netcdf", "a file of the format 'wargame-toy' is needed here"),
        (7, "a file of the format 'wargame-toy' is needed here"),
    ],
)
def test_another_format_is_refused(name, hint):
    assert fault(FAMILY, document(format=name, version=1)).hint == hint


@pytest.mark.parametrize("line", [b"[]", b"3", b"null", b'"text"'])
def test_a_file_that_is_no_record_is_refused(line):
    assert "expected a record" in fault(FAMILY, read_line(line, "f.json", 1)).message


@pytest.mark.parametrize("more", [{}, {"places": 3}, {"places": [None]}, {"places": [{}]}])
def test_data_that_a_step_stumbles_over_is_the_fault_of_the_file(more):
    found = fault(FAMILY, document(format="wargame-toy", version=1, **more))
    assert "cannot be brought from version" in found.message


def test_a_family_without_a_step_for_each_old_version_cannot_be_made():
    with pytest.raises(AssertionError):
        Family("wargame-toy", 3, {1: rename_places})
