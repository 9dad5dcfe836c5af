"""JSON Schema of a file format, from the same records that check it, so that editors help and never disagree.

Descriptions are the docstrings of records and of their fields. They are read here and not by pydantic's
`use_attribute_docstrings`, which looks them up whenever a checker is built: 0.4 s for 60 records.
"""

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema 2020-12 of a record type; units of numbers stand in `x-unit`."""
    return {"$schema": DIALECT, **TypeAdapter(kind).json_schema(schema_generator=_Described)}


@cache
def field_docs(record: type) -> dict[str, str]:
    """The docstring under each field of a record, if it has one; those of inherited fields included."""
    docs: dict[str, str] = {}
    for ancestor in reversed(record.__mro__):
        docs |= _module_docs(ancestor.__module__).get(ancestor.__qualname__, {})
    return docs


@cache
def _module_docs(module: str) -> dict[str, dict[str, str]]:
    """The field docstrings of every class of a module, by qualified name; empty for a module without source."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (KeyError, OSError, TypeError):
        return {}
    found: dict[str, dict[str, str]] = {}
    _collect(tree.body, "", found)
    return found


def _collect(body: list[ast.stmt], prefix: str, found: dict[str, dict[str, str]]) -> None:
    for statement in body:
        if isinstance(statement, ast.ClassDef):
            found[prefix + statement.name] = _docs_in(statement.body)
            _collect(statement.body, f"{prefix}{statement.name}.", found)


def _docs_in(body: list[ast.stmt]) -> dict[str, str]:
    docs = {}
    for statement, after in pairwise(body):
        match statement, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                docs[name] = inspect.cleandoc(words)
    return docs


class _Described(GenerateJsonSchema):
    """Adds the field docstrings, and requires the `kind` that tells the records of a union apart."""

    def dataclass_schema(self, schema: Any) -> dict[str, Any]:
        made = super().dataclass_schema(schema)
        properties = made.get("properties", {})
        for name, words in field_docs(schema["cls"]).items():
            if name in properties:
                properties[name].setdefault("description", words)
        if "const" in properties.get("kind", {}):
            made["required"] = ["kind", *(name for name in made.get("required", []) if name != "kind")]
        return made
