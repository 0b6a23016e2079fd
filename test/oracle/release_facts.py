"""What one release of dstack knows, to compare releases.

Answers each JSON line with one:

    {"version", "models": {name: [property, ...]}, "properties": {path: {"default", "value", "shape", "limits"}},
     "values": {path: [value, ...]}, "raises": [place, ...], "functions": {place: source},
     "constants": {place: value}, "code": {path: seconds}}

A path is like `Fleet.resources.gpu.name`; those of runs (task, service, dev environment) have no first step. `raises` are
the places of raises.py, `functions` the source of each function in these files: shorthand and rules are code. `value` is
a default as JSON, `constants` the names of the models with DEFAULT in them, `code` the defaults that only code gives.
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
import dstack._internal.core.models.fleets as fleets
import dstack._internal.core.models.gateways as gateways
import dstack._internal.core.models.profiles as profiles
import dstack._internal.core.models.resources as resources
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
                described = {
                    "default": default_of(field),
                    "value": value_of(field),
                    "shape": shape(annotation),
                    "limits": limits_of(field),
                }
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
    return json.dumps(plain(field.default)) if isinstance(field.default, BaseModel) else repr(field.default)


def value_of(field):
    return None if default_of(field) == "required" else plain(field.get_default())


def plain(value):
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json") if hasattr(value, "model_dump") else json.loads(value.json())
    if isinstance(value, enum.Enum):
        return value.value
    # A type of dstack's own may be a number or a text.
    for base in (bool, int, float, str):
        if isinstance(value, base):
            return base(value)
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else None


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


def constants():
    found = {}
    for module in (configurations, profiles, resources, fleets, volumes, gateways):
        for name, value in vars(module).items():
            if "DEFAULT" in name and name.isupper():
                found[f"{module.__name__.rsplit('.', 1)[-1]}.{name}"] = str(plain(value))
    return found


def max_durations():
    from dstack._internal.server.services.jobs.configurators.dev import DevEnvironmentJobConfigurator
    from dstack._internal.server.services.jobs.configurators.service import ServiceJobConfigurator
    from dstack._internal.server.services.jobs.configurators.task import TaskJobConfigurator

    return {
        "DevEnvironment.max_duration": DevEnvironmentJobConfigurator._default_max_duration(None),
        "Task.max_duration": TaskJobConfigurator._default_max_duration(None),
        "Service.max_duration": ServiceJobConfigurator._default_max_duration(None),
    }


def code():
    """Seconds, None without a limit. A server of 0.19 needs packages that are not there."""
    try:
        durations = max_durations()
    except ModuleNotFoundError:
        durations = {}
    fleet = getattr(profiles, "DEFAULT_FLEET_TERMINATION_IDLE_TIME", None)
    return {
        **durations,
        "Task.idle_duration": profiles.DEFAULT_RUN_TERMINATION_IDLE_TIME,
        "Fleet.idle_duration": fleet or profiles.DEFAULT_POOL_TERMINATION_IDLE_TIME,
        "Task.retry.duration": int(profiles.DEFAULT_RETRY_DURATION),
        "Task.stop_duration": getattr(profiles, "DEFAULT_STOP_DURATION", None),
    }


for _ in sys.stdin:
    known = facts()
    answer = {
        "version": importlib.metadata.version("dstack"),
        "models": known.models,
        "properties": known.properties,
        "values": known.values,
        "raises": raises.places(),
        "functions": functions(),
        "constants": constants(),
        "code": code(),
    }
    print(json.dumps(answer))
