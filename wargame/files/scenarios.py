"""Scenario files: found by name or path, checked whole, with the complete doctrine filled in."""

import dataclasses
from pathlib import Path as FilePath
from typing import Any, get_type_hints

from wargame.files.bundled import bundled_scenarios
from wargame.files.check import check
from wargame.files.doctrines import load_doctrine, overridden
from wargame.files.faults import Fault, FileFaults, did_you_mean
from wargame.files.references import reference_faults
from wargame.files.schema import schema
from wargame.files.strict_yaml import read
from wargame.files.text import Document, read_text
from wargame.files.versions import Family, migrate
from wargame.model.doctrine import Doctrine, TypeParameters
from wargame.model.scenario import FORMAT, VERSION, Scenario

FAMILY = Family(FORMAT, VERSION)


def find_scenario(name: str) -> FilePath:
    """The file of a scenario: a path, or the name of a bundled one. Raises `FileFaults` when there is neither."""
    bundled = bundled_scenarios()
    if name in bundled:
        return bundled[name]
    looks_like_a_path = "/" in name or name.endswith((".yaml", ".yml"))
    if looks_like_a_path or FilePath(name).exists():
        return FilePath(name)
    hint = did_you_mean(name, bundled) or f"bundled are: {', '.join(bundled)}; or give a file"
    raise FileFaults([Fault(name, 0, 0, "", "there is no scenario of this name", "", hint)])


def load_scenario(name: str) -> Scenario:
    """A scenario by name or path, its doctrine complete. Raises `FileFaults` with everything that is wrong."""
    document = migrate(FAMILY, read(read_text(find_scenario(name))))
    doctrine, faults = overridden(document)
    return checked_scenario(with_doctrine(document, doctrine), faults)


def with_doctrine(document: Document, doctrine: dict[str, Any]) -> Document:
    """The document with the complete doctrine in the place of its overrides, unless that place holds no record."""
    if isinstance(document.data.get("doctrine", {}), dict):
        return dataclasses.replace(document, data=document.data | {"doctrine": doctrine})
    return document


def checked_scenario(document: Document, faults: list[Fault]) -> Scenario:
    """The scenario that a document describes, unless it or `faults`, found before, say otherwise."""
    found = [*faults, *reference_faults(document)]
    try:
        scenario = check(document, Scenario)
    except FileFaults as shape:
        raise FileFaults([*shape.faults, *found]) from None
    if found:
        raise FileFaults(found)
    return scenario


def scenario_schema() -> dict[str, Any]:
    """JSON Schema of scenario files, for editors: what `load_scenario` takes, the doctrine's own ranges included."""
    made = schema(Scenario)
    made["required"] = ["format", "version", *made["required"]]
    _, pages = load_doctrine()
    groups = get_type_hints(Doctrine)
    for name, page in pages.items():
        group, *inner, last = name.split(".")
        record = TypeParameters if inner else groups[group]
        described = made["$defs"][record.__name__]["properties"][last]
        described.pop("default", None)  # of a record without a doctrine; a scenario leaves out what it does not change
        if not inner:  # the four types have ranges of their own
            bounds = {"minimum": page.low, "maximum": page.high, "x-unit": page.unit}
            (described["items"] if described["type"] == "array" else described).update(bounds)
    return made
