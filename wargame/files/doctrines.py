"""The doctrine file: every parameter of the model with its unit, range, source and status."""

from dataclasses import fields, is_dataclass, make_dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any, Literal, get_type_hints

from wargame.files.bundled import DOCTRINE
from wargame.files.check import check
from wargame.files.faults import Fault, FileFaults, Path
from wargame.files.strict_yaml import read
from wargame.files.text import Document, read_text
from wargame.files.versions import Family, migrate
from wargame.model.doctrine import Doctrine
from wargame.model.fields import Words, record

FAMILY = Family("wargame-doctrine", 1)


@record
class Parameter:
    """One number of the model, and how far it can be trusted."""

    value: float | tuple[float, ...]
    """One number, or a list of observed values."""
    low: float
    """Least plausible value."""
    high: float
    """Greatest plausible value."""
    unit: Words
    status: Literal["measured", "doctrine", "judgement"]
    source: Words


Pages = dict[str, Parameter]
"""Parameters by their dotted name, such as `threat.choice_precision`."""


@cache
def load_doctrine(path: FilePath = DOCTRINE) -> tuple[Doctrine, Pages]:
    """The default doctrine and the page of each parameter. Raises `FileFaults`."""
    document = migrate(FAMILY, read(read_text(path)))
    pages = named_pages(check(document, page_type(Doctrine)).parameters)
    faults = [
        document.fault(("parameters", *name.split("."), "value"), *wrong)
        for name, page in pages.items()
        if (wrong := out_of_range(page, page.value))
    ]
    if faults:
        raise FileFaults(faults)
    return build(Doctrine, pages), pages


@cache
def page_type(doctrine: type) -> Any:
    """The type of a doctrine file: a `Parameter` where a doctrine record has a number."""

    def group(cls: type) -> type:
        hints = get_type_hints(cls)
        made = []
        for each in fields(cls):
            if is_dataclass(hints[each.name]):
                made.append((each.name, group(hints[each.name])))
            else:
                made.append((each.name, Parameter))
        return record(make_dataclass(cls.__name__, made))

    whole = [
        ("format", Literal["wargame-doctrine"]),
        ("version", Literal[1]),
        ("parameters", group(doctrine)),
    ]
    return record(make_dataclass("DoctrineFile", whole))


def named_pages(parameters: Any, prefix: str = "") -> Pages:
    """The pages of a checked file by dotted name."""
    pages: Pages = {}
    for each in fields(parameters):
        value, name = getattr(parameters, each.name), prefix + each.name
        pages |= {name: value} if isinstance(value, Parameter) else named_pages(value, name + ".")
    return pages


def build(cls: type, pages: Pages, prefix: str = "") -> Any:
    """A doctrine record of the pages' values."""
    hints = get_type_hints(cls)
    return cls(
        **{
            each.name: build(hints[each.name], pages, f"{prefix}{each.name}.")
            if is_dataclass(hints[each.name])
            else pages[prefix + each.name].value
            for each in fields(cls)
        }
    )


def out_of_range(page: Parameter, value: Any) -> tuple[str, str] | tuple[()]:
    """What is wrong with a value for a parameter, and what to do; nothing when it is plausible."""
    values = value if isinstance(value, tuple | list) else (value,)
    if values and all(page.low <= each <= page.high for each in values):
        return ()
    unit = "" if page.unit == "none" else f" {page.unit}"
    limits = f"must be from {page.low:g} to {page.high:g}{unit}"
    return limits if values else "must not be empty", f"its source: {page.source}"


def completeness_faults(document: Document, at: Path) -> list[Fault]:
    """What keeps the doctrine at `at` of a document from being whole and plausible; its shape is checked elsewhere.

    A record must bring every parameter along: those it lacked would be zero, and the engine never runs on zeros.
    """
    _, pages = load_doctrine()
    faults = []
    for name, page in pages.items():
        value: Any = document.data
        for step in (*at, *name.split(".")):
            value = value.get(step) if isinstance(value, dict) else None
        if value is None:
            faults.append(document.fault(at, f"the parameter '{name}' is missing"))
        elif _numbers(value) and out_of_range(page, value):
            faults.append(document.fault((*at, *name.split(".")), *out_of_range(page, value)))
    return faults


def _numbers(value: Any) -> bool:
    """Whether a value is a number or a list of numbers."""
    listed = value if isinstance(value, list) else [value]
    return all(isinstance(each, int | float) and not isinstance(each, bool) for each in listed)


def overridden(document: Document) -> tuple[dict[str, Any], list[Fault]]:
    """A scenario's complete doctrine as plain data, and what is wrong with its overrides.

    Unknown names are left in for the check of the whole scenario to find.
    """
    _, pages = load_doctrine()
    whole: dict[str, Any] = {}
    for name, page in pages.items():
        *groups, last = name.split(".")
        place = whole
        for each in groups:
            place = place.setdefault(each, {})
        place[last] = list(page.value) if isinstance(page.value, tuple) else page.value
    faults: list[Fault] = []
    given = document.data.get("doctrine") if isinstance(document.data, dict) else None
    if isinstance(given, dict):
        _override(document, whole, given, ("doctrine",), pages, faults)
    return whole, faults


def _override(
    document: Document, whole: dict[str, Any], given: dict[str, Any], at: Path, pages: Pages, faults: list[Fault]
) -> None:
    for name, value in given.items():
        if isinstance(value, dict) and isinstance(whole.get(name), dict):
            _override(document, whole[name], value, (*at, name), pages, faults)
            continue
        whole[name] = value
        page = pages.get(".".join(str(each) for each in (*at[1:], name)))
        if page and _numbers(value):
            wrong = out_of_range(page, value)
            if wrong:
                faults.append(document.fault((*at, name), *wrong))
