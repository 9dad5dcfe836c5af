"""The documentation cannot rot: commands it shows exist, what it links to is there, parameters it names are real."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from wargame.cli.main import app
from wargame.files.doctrines import load_doctrine
from wargame.model.happenings import BODIES

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CHANGELOG.md", "docs/design.md", "docs/model.md", "docs/decisions.md", "docs/players-card.md"]


def text(page):
    return (ROOT / page).read_text(encoding="utf-8")


def shown_commands():
    """Every line of the README's code blocks that starts the program."""
    blocks = re.findall(r"```\n(.*?)```", text("README.md"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("wargame ")]
    assert len(lines) > 10
    return lines


@pytest.mark.parametrize("line", shown_commands())
def test_every_command_the_readme_shows_is_understood_by_the_program(line):
    words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
    command: Any = typer.main.get_command(app)
    if not words:
        assert command.invoke_without_command
        return
    with command.make_context("wargame", list(words)) as context:
        name, sub, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        with sub.make_context(name, rest, parent=context) as inner:
            if hasattr(sub, "commands"):
                deeper, subsub, last = sub.resolve_command(inner, [*inner._protected_args, *inner.args])
                with subsub.make_context(deeper, last, parent=inner):
                    pass


def test_the_readme_names_every_command():
    group: Any = typer.main.get_command(app)
    commands = group.commands
    table = text("README.md")
    for name, command in commands.items():
        assert f"wargame {name}" in table, name
        for sub in getattr(command, "commands", {}):
            assert re.search(rf"wargame {name} [\w\\|]*\b{sub}\b", table), f"{name} {sub}"


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_is_there(page):
    for target in re.findall(r"\]\(([^)#]+)\)", text(page)):
        assert ((ROOT / page).parent / target).exists(), target


def test_parameters_that_the_model_page_names_are_the_doctrines():
    _, pages = load_doctrine()
    groups = {name.split(".")[0] for name in pages}
    named = re.findall(r"`(\w+)\.(\w+)`", text("docs/model.md"))
    known = [f"{group}.{name}" for group, name in named if group in groups]
    assert len(known) > 30
    assert [name for name in known if name not in pages and not name.startswith("types.")] == []


def test_every_kind_of_happening_says_what_it_is():
    for body in BODIES:
        assert body.__doc__, body.__name__
