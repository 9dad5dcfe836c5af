"""The set-up stands on its own: hash-locked, tied to no machine and no index, and told in the README."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"

# Put together here so that this file does not contain what it looks for.
INDEX_HOSTS = [
    name + "." + domain
    for name, domain in [
        ("pypi", "org"),
        ("python" + "hosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("proxy.golang", "org"),
        ("debian", "org"),
        ("ubuntu", "com"),
        ("jfrog", "io"),
    ]
]
WORKPLACE = [r"(?<![\w.-])/" + r"work/", r"\.\./" + r"shared\b"]


def tracked_files():
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    names = [name for name in listed.stdout.decode().split("\0") if name]
    assert "pyproject.toml" in names
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def found_in_tracked_files(pattern):
    sought = re.compile(pattern.encode(), re.IGNORECASE | re.MULTILINE)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.decode(errors='replace')[:120]}"
        for path in tracked_files()
        if sought.search(data := path.read_bytes())
        for number, line in enumerate(data.splitlines(), 1)
        if sought.search(line)
    ]


def locked():
    """The lock's requirements, each with the lines that continue it joined to it."""
    lines = LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_no_tracked_file_names_a_package_index():
    assert found_in_tracked_files("|".join(re.escape(host) for host in INDEX_HOSTS)) == []


def test_no_tracked_file_names_the_place_where_it_was_written():
    assert found_in_tracked_files("|".join(WORKPLACE)) == []


def test_the_search_finds_what_it_seeks():
    (first, *_) = found_in_tracked_files("^name = .wargame.$")
    assert first.startswith("pyproject.toml:")


def test_every_locked_package_has_one_version_and_hashes():
    assert len(locked()) > 20
    for requirement in locked():
        assert re.match(r"[a-z0-9-]+==[\w.]+ ", requirement), requirement
        assert re.search(r" --hash=sha256:[0-9a-f]{64}\b", requirement), requirement


def test_the_lock_holds_no_address_and_no_path():
    for requirement in locked():
        shown = re.sub(r"--hash=sha256:[0-9a-f]{64}", "", requirement)
        assert not re.search(r"://|[/@]|--", shown), requirement


def test_the_lock_holds_all_that_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(name for extra in project["project"]["optional-dependencies"].values() for name in extra),
    ]
    names = {normal(re.split(r"[^\w.-]", requirement)[0]) for requirement in asked}
    assert names - {requirement.partition("==")[0] for requirement in locked()} == set()


def test_the_readme_names_the_make_targets_and_none_that_is_not_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", readme, re.DOTALL))
    named = set(re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)", code))
    assert {"play", "test", "test-long", "lint", "bench"} <= named
    assert named <= targets


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="what is tracked is not known in an export")
def test_wheels_carry_the_sample_sessions_that_are_tracked_and_no_others():
    listed = subprocess.run(
        ["git", "ls-files", "replays"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    wheel = [each.removeprefix("/") for each in targets["wheel"]["include"] if "replays" in each]
    assert sorted(wheel) == sorted(listed)
    assert sorted(each for each in targets["sdist"]["only-include"] if "replays" in each) == sorted(listed)
