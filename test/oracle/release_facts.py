"""What one release of dstack knows, to compare releases.

Answers each JSON line with one:

    {"version", "models": {name: [property, ...]}, "properties": {path: {"default", "shape", "limits"}},
     "values": {path: [value, ...]}, "raises": [place, ...], "functions": {place: source}}

A path is like `Fleet.resources.gpu.name`; those of runs (task, service, dev environment) have no first step. `raises` are
the places of raises.py, `functions` the source of each function in these files: shorthand and rules are code.
It runs with pydantic 1 (dstack 0.18 to 0.20) and 2.
"""

import ast
import enum
import importlib.metadata
import inspect
import json
import re
import sys
import types
import typing

import dstack._internal.core.models.configurations as configurations
import dstack._internal.core.models.volumes as volumes
from dstack._internal.core.models.profiles import ProfilesConfig
from pydantic import BaseModel

import raises

RUNS = ("Task", "Service", "DevEnvironment")
OTHERS = ("Fleet", "Gateway", "Preset")


class Facts:
    def __init__(self):
        self.models = {}
        self.properties = {}
        self.values = {}

    def model(self, model, path, around=()):
        if model in around:
            return
        self.models[model.__name__] = [name for name, _ in fields_of(model)]
        for name, field in fields_of(model):
            inside = path if name in ("root", "__root__") else f"{path}.{name}".lstrip(".")
            annotation = getattr(field, "annotation", None) or field.outer_type_
            if inside != path:
                described = {"default": default_of(field), "shape": shape(annotation), "limits": limits_of(field)}
                self.properties.setdefault(inside, described)
            self.visit(annotation, inside, (*around, model))

    def visit(self, annotation, path, around):
        if typing.get_origin(annotation) is typing.Literal:
            for value in typing.get_args(annotation):
                self.value(path, value)
            return
        for argument in typing.get_args(annotation):
            self.visit(argument, path, around)
        if not inspect.isclass(annotation):
            return
        if issubclass(annotation, enum.Enum):
            for value in annotation:
                self.value(path, value)
        elif issubclass(annotation, BaseModel):
            self.model(annotation, path, around)

    def value(self, path, value):
        text = str(value.value if isinstance(value, enum.Enum) else value)
        known = self.values.setdefault(path, [])
        if text not in known:
            known.append(text)


def fields_of(model):
    return (getattr(model, "model_fields", None) or model.__fields__).items()


def default_of(field):
    is_required = field.is_required() if hasattr(field, "is_required") else field.required
    if is_required is True:
        return "required"
    return "a mapping" if isinstance(field.default, BaseModel) else repr(field.default)


def limits_of(field):
    # Functions are named by their address.
    return sorted(re.sub(r" at 0x[0-9a-f]+", "", repr(one)) for one in getattr(field, "metadata", []))


def shape(annotation):
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return shape(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return "|".join(sorted({one for argument in arguments for one in shape(argument).split("|")}))
    if origin is typing.Literal:
        return "literal"
    if origin is not None:
        return f"{origin.__name__}[{','.join(shape(argument) for argument in arguments)}]"
    if not inspect.isclass(annotation):
        return "any"
    if issubclass(annotation, enum.Enum):
        return "literal"
    return "mapping" if issubclass(annotation, BaseModel) else annotation.__name__


def facts():
    found = Facts()
    for name in (*RUNS, *OTHERS):
        model = getattr(configurations, f"{name}Configuration", None)
        if model is not None:
            found.model(model, "" if name in RUNS else name)
    volume = getattr(volumes, "AnyVolumeConfiguration", None)
    for model in typing.get_args(volume) or [volumes.VolumeConfiguration]:
        found.model(model, "Volume")
    found.model(ProfilesConfig, "Profiles")
    return found


def functions():
    sources = {}
    for path in raises.files():
        text = path.read_text()
        module = raises.module_of(path)
        collect(ast.parse(text), text, module, (), sources)
    return sources


def collect(node, text, module, scope, sources):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            name = ".".join((*scope, child.name))
            sources[f"{module}:{name}"] = ast.get_source_segment(text, child)
        elif isinstance(child, ast.ClassDef):
            collect(child, text, module, (*scope, child.name), sources)


for _ in sys.stdin:
    known = facts()
    answer = {
        "version": importlib.metadata.version("dstack"),
        "models": known.models,
        "properties": known.properties,
        "values": known.values,
        "raises": raises.places(),
        "functions": functions(),
    }
    print(json.dumps(answer))
