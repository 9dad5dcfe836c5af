"""Markers that say, beside a field's type, what values it takes, in which unit, and who may know it.

Standard library only: the files room reads the markers to check what people write, `rules.redact` reads
`Known` to hide what a seat may not know, and `docs/` and the JSON Schema are generated from them.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any, TypeVar, dataclass_transform, get_args, get_type_hints

from wargame.model.methods import add_methods

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span:
    """A number from `low` to `high`, both included; `unit` is for people and the schema."""

    low: float
    high: float
    unit: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        inner = handler(source)
        bound = int if inner["type"] == "int" else float
        return {**inner, "ge": bound(self.low), "le": bound(self.high)}

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        described = handler(core)
        return {**described, "x-unit": self.unit} if self.unit else described


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text that matches a regular expression and is no longer than `longest` characters."""

    regex: str | None
    longest: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        bounds: dict[str, Any] = {"min_length": 1, "max_length": self.longest}
        if self.regex:
            bounds["pattern"] = self.regex
        return {**handler(source), **bounds}


class Tagged:
    """A union of records told apart by their field `kind`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        choices = {kind_of(choice): handler.generate_schema(choice) for choice in get_args(source)}
        return {"type": "tagged-union", "discriminator": "kind", "choices": choices}


class Known(Enum):
    """Who may know a field of a scenario at STARTEX. A field without this mark is known to every seat.

    A field that is not known to all must have a default: a seat that may not know it gets that default.
    """

    ALLIES = "allies"
    """The alliance's seats, not the adversary."""
    OWNER = "owner"
    """The seat that the enclosing nation, adversary or brief belongs to, and nobody else."""
    UMPIRE = "umpire"
    """Nobody but EXCON."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return handler(source)


Identifier = Annotated[str, Pattern(r"^[a-z][a-z0-9_-]*$", 40)]
Words = Annotated[str, Pattern(None, 4000)]
Instant = Annotated[str, Pattern(r"^(D\+\d{1,4}(T\d{1,2}:\d{2})?|H\+\d{1,5}(:\d{2})?)$", 12)]
"""After STARTEX: `D+3T06:00`, `D+3` or `H+78`."""
Probability = Annotated[float, Span(0, 1)]
Degrees = Annotated[float, Span(-180, 180, "degrees")]
Hours = Annotated[float, Span(0, 24 * 365, "h")]
Days = Annotated[float, Span(0, 365, "d")]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A frozen, slotted, keyword-only dataclass that refuses unknown fields and loose types when read from a file."""
    made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
    add_methods(made)
    made.__pydantic_config__ = {  # type: ignore[attr-defined]
        "extra": "forbid",
        "strict": True,
        "allow_inf_nan": False,
    }
    return made


def kind_of(choice: Any) -> str:
    """The one value of a tagged record's field `kind`."""
    literal = get_type_hints(choice)["kind"]
    value = get_args(literal)[0]
    assert isinstance(value, str)
    return value
