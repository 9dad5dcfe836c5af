"""Commands for those who write scenarios."""

from typing import Annotated

import typer

from wargame.cli.output import Json, print_json

app = typer.Typer(help="List, show and check scenarios.", no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(metavar="SCENARIO", help="A file, or the name of a bundled scenario.")]


@app.command("list")
def list_scenarios(json: Json = False) -> None:
    """List the bundled scenarios."""
    from wargame.files.bundled import bundled_scenarios
    from wargame.files.scenarios import load_scenario

    loaded = [load_scenario(name) for name in bundled_scenarios()]
    if json:
        print_json(
            [
                {"name": each.id, "title": each.title, "synopsis": each.synopsis, "days": each.last_day}
                for each in loaded
            ]
        )
        return
    for each in loaded:
        print(f"{each.id:<16}{each.title}, {len(each.nations)} nations, {each.last_day:g} days")


@app.command("show")
def show_scenario(name: Name, json: Json = False) -> None:
    """Show a scenario: what every player may know of it; with --json all of it, as loaded."""
    from wargame.files.scenarios import load_scenario
    from wargame.replay.brief import brief

    scenario = load_scenario(name)
    if json:
        print_json(scenario)
    else:
        print(brief(scenario))


@app.command("check")
def check_scenario(name: Name, json: Json = False) -> None:
    """Check a scenario file and report everything that is wrong with it."""
    from wargame.files.faults import FileFaults
    from wargame.files.scenarios import find_scenario, load_scenario

    try:
        scenario = load_scenario(name)
    except FileFaults as faults:
        if not json:
            raise
        print_json(faults.to_plain())
        raise typer.Exit(3) from None
    if json:
        print_json({"faults": [], "may_have_more": False})
    else:
        print(f"{find_scenario(name)}: {scenario.title}: no faults")


@app.command("schema")
def schema(json: Json = True) -> None:
    """Print the JSON Schema of scenario files, for editors."""
    from wargame.files.scenarios import scenario_schema

    print_json(scenario_schema())
