"""Files are read byte for byte on every system."""

import os

import pytest

from wargame.files.text import read_bytes


def test_a_file_is_read_where_the_system_lacks_the_flags_of_unix(tmp_path, monkeypatch):
    for name in ("O_NONBLOCK", "O_CLOEXEC"):
        monkeypatch.delattr(os, name, raising=False)
    file = tmp_path / "a.txt"
    file.write_bytes(b"one\r\ntwo\x1a\n")
    assert read_bytes(file, 100) == b"one\r\ntwo\x1a\n"


@pytest.mark.parametrize("present", [True, False])
def test_bytes_are_asked_for_where_that_makes_a_difference(tmp_path, monkeypatch, present):
    asked, real, binary = [], os.open, 0x8000

    def opened(path, flags, *more):
        asked.append(flags & binary)
        return real(path, flags & ~binary, *more)

    if present:
        monkeypatch.setattr(os, "O_BINARY", binary, raising=False)
    else:
        monkeypatch.delattr(os, "O_BINARY", raising=False)
    for name in ("O_NONBLOCK", "O_CLOEXEC"):
        monkeypatch.delattr(os, name, raising=False)
    monkeypatch.setattr(os, "open", opened)
    (tmp_path / "a.txt").write_bytes(b"a")
    assert read_bytes(tmp_path / "a.txt", 100) == b"a"
    assert asked == [binary if present else 0]
