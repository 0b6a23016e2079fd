"""The models of the real dstack as plain data, to compare our schema with.

Answers each JSON line, which names a kind of file ("configuration" or "profiles"), with a list of its alternatives
`{"type", "backend", "model"}`. A model or annotation becomes

    {"types": [JSON types], "enum": [...], "properties": {name: {..., "required", "default"}}, "items": {...},
     "values": {...}, "minimum", "maximum", "exclusiveMinimum", "minLength", "minItems"}

in which the alternatives of a union are merged: a property that only some of them require is not required.
"""

import enum
import inspect
import json
import sys
import types
import typing

from pydantic import BaseModel, RootModel
from pydantic_core import PydanticUndefined

from dstack._internal.core.models.configurations import AnyApplyConfiguration
from dstack._internal.core.models.profiles import ProfilesConfig

# A boolean is an integer to Python, so that it comes first.
PRIMITIVES = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}
LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "min_length": "minLength"}


def describe(annotation, metadata=()):
    described = shape(annotation)
    for item in metadata:
        described.update(limits(item))
    # A whole number above 0 is a whole number from 1.
    if described["types"][:1] == ["integer"] and "exclusiveMinimum" in described:
        described["minimum"] = described.pop("exclusiveMinimum") + 1
    if "array" in described["types"] and "minLength" in described:
        described["minItems"] = described.pop("minLength")
    return described


def shape(annotation):
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return describe(arguments[0], arguments[1:])
    if origin in (typing.Union, types.UnionType):
        return merge([describe(argument) for argument in arguments])
    if origin is typing.Literal:
        return {"types": ["string"], "enum": [plain(value) for value in arguments]}
    if origin is list:
        return {"types": ["array"], "items": describe(arguments[0])}
    if origin is dict:
        return {"types": ["object"], "values": describe(arguments[1])}
    if origin is tuple:
        return {"types": ["array"], "items": describe(arguments[0])}
    if not inspect.isclass(annotation):
        raise TypeError(f"no description of {annotation!r}")
    if issubclass(annotation, RootModel):
        return describe(annotation.model_fields["root"].annotation)
    if issubclass(annotation, BaseModel):
        return {"types": ["object"], "properties": properties(annotation)}
    if issubclass(annotation, enum.Enum):
        return {"types": ["string"], "enum": [plain(value) for value in annotation]}
    for base, name in PRIMITIVES.items():
        if issubclass(annotation, base):
            return {"types": [name]}
    if issubclass(annotation, tuple):
        return {"types": ["array"]}
    raise TypeError(f"no description of {annotation!r}")


def properties(model):
    return {field.alias or name: field_of(field) for name, field in model.model_fields.items()}


def field_of(field):
    described = describe(field.annotation, field.metadata)
    if field.discriminator is not None:
        # The tag by which a model is chosen must be in the file, default or not.
        described["properties"][field.discriminator].update(required=True, default=None)
    default = None if field.is_required() else plain(field.get_default(call_default_factory=True))
    return {**described, "required": field.is_required(), "default": default}


def limits(item):
    if hasattr(item, "metadata"):  # a `Field(...)` inside `Annotated`
        return {key: value for inner in item.metadata for key, value in limits(inner).items()}
    return {
        keyword: getattr(item, name) for name, keyword in LIMITS.items() if getattr(item, name, None) is not None
    }


def merge(alternatives):
    merged = {"types": []}
    models = [one["properties"] for one in alternatives if "properties" in one]
    if models:
        merged["properties"] = merge_properties(models)
    for one in alternatives:
        merged["types"] += [name for name in one["types"] if name not in merged["types"]]
        if "enum" in one:
            merged["enum"] = list(dict.fromkeys(merged.get("enum", []) + one["enum"]))
        merged.update({key: value for key, value in one.items() if key not in ("types", "enum", "properties")})
    return merged


def merge_properties(models):
    merged = {}
    for name in {name: None for model in models for name in model}:
        having = [model[name] for model in models if name in model]
        merged[name] = {
            **merge(having),
            "required": len(having) == len(models) and all(one["required"] for one in having),
            "default": having[0]["default"],
        }
    return merged


def plain(value):
    if value is PydanticUndefined:
        return None
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return value.value if isinstance(value, enum.Enum) else value


def alternatives(kind):
    if kind == "profiles":
        return [{"model": describe(ProfilesConfig)}]
    return [alternative(model) for model in models_of(AnyApplyConfiguration)]


def models_of(annotation):
    """The models of a union, however it is nested."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        return models_of(arguments[0])
    if arguments:
        return [model for argument in arguments for model in models_of(argument)]
    if issubclass(annotation, RootModel):
        return models_of(annotation.model_fields["root"].annotation)
    return [annotation]


def alternative(model):
    described = describe(model)
    tags = {
        name: described["properties"][name]["enum"][0]
        for name in ("type", "backend")
        if len(described["properties"].get(name, {}).get("enum", [])) == 1
    }
    for name in tags:
        described["properties"][name]["required"] = True
    return {**tags, "model": described}


for line in sys.stdin:
    print(json.dumps(alternatives(json.loads(line))), flush=True)
