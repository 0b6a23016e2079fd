"""What the models of the real dstack make of scalars.

Reads JSON lines {"grammar": NAME, "scalar": [TYPE, ...]} with a scalar as yaml_oracle.py writes it, and answers each
with {"ok": true, "value": V} or {"ok": false, "error": text}. In V every number is {"number": BITS} and a model has
only the fields that were set. Any Python exception is a refusal.
"""

import base64
import datetime
import enum
import json
import struct
import sys

from pydantic import BaseModel

from dstack._internal.core.models.configurations import (
    DevEnvironmentConfiguration,
    NodeGroup,
    PresetConfiguration,
    PresetModelRepo,
    ProbeConfig,
    RepoSpec,
    ServiceConfiguration,
    TaskConfiguration,
)
from dstack._internal.core.models.envs import Env, EnvSentinel
from dstack._internal.core.models.files import FilePathMapping
from dstack._internal.core.models.fleets import FleetConfiguration, SSHHostParams, SSHParams
from dstack._internal.core.models.profiles import FleetInstanceSelector, ProfileParams, ProfileRetry, Schedule
from dstack._internal.core.models.resources import ComputeCapability, CPUSpec, GPUSpec, ResourcesSpec
from dstack._internal.core.models.routers import ReplicaGroupRouterConfig
from dstack._internal.core.models.volumes import InstanceMountPoint, VolumeMountPoint
from dstack._internal.core.services import validate_dstack_resource_name


def field(model, name, /, **others):
    """What `model` holds in `name` when a file has the scalar there."""
    return lambda value: getattr(model.model_validate({**others, name: value}), name)


def items(model, name, /, **others):
    """The same for a list of which the scalar is an item."""
    return lambda value: getattr(model.model_validate({**others, name: [value]}), name)[0]


def resource_name(value):
    # Checked while planning: a null name is left to the server.
    name = field(DevEnvironmentConfiguration, "name")(value)
    if name is not None:
        validate_dstack_resource_name(name)
    return name


def env_entry(value):
    # The models hold a mapping, the grammar keeps the text.
    [(name, text)] = Env.model_validate([value]).items()
    return name if isinstance(text, EnvSentinel) else f"{name}={text}"


def preset_source(value):
    # Where Python takes the value for false, `base` counts as not set.
    if value:
        return PresetConfiguration.model_validate({"base": value}).model.base
    read = PresetConfiguration.model_validate({"base": value, "model": "a"})
    # To plan it, dstack reads what it has read once more.
    PresetConfiguration.model_validate(read.model_dump())
    return None


# One entry for each grammar: from the scalar to what the model holds.
GRAMMARS = {
    "compute-capability": field(GPUSpec, "compute_capability"),
    "compute-capability-number": lambda value: ComputeCapability.validate([value, 0])[0],
    "container-path": field(FilePathMapping, "path", local_path="a"),
    "cpu": field(ResourcesSpec, "cpu"),
    "cpu-arch": field(CPUSpec, "arch"),
    "cron": lambda value: field(Schedule, "cron")(value)[0],
    "dataset": field(PresetConfiguration, "dataset", repo="a"),
    "disk": field(ResourcesSpec, "disk"),
    "duration": field(ProfileRetry, "duration"),
    "entity-reference": field(FleetInstanceSelector, "fleet", instance=0),
    "env-entry": env_entry,
    "file-mapping": items(TaskConfiguration, "files", commands=["true"]),
    "fleet-nodes": field(FleetConfiguration, "nodes"),
    "fleet-reference": items(ProfileParams, "fleets"),
    "gateway": field(ServiceConfiguration, "gateway", commands=["true"], port=80),
    "gpu": field(ResourcesSpec, "gpu"),
    "gpu-names": field(GPUSpec, "name"),
    "gpu-vendor": field(GPUSpec, "vendor"),
    "group-name": field(NodeGroup, "name"),
    "idle-duration": field(ProfileParams, "idle_duration"),
    "inactivity-duration": field(DevEnvironmentConfiguration, "inactivity_duration"),
    "instance-path": field(InstanceMountPoint, "instance_path", path="/a"),
    "instance-selector": items(ProfileParams, "instances"),
    "integer-range": field(GPUSpec, "count"),
    "memory": field(ResourcesSpec, "shm_size"),
    "memory-range": field(ResourcesSpec, "memory"),
    "mount-path": field(VolumeMountPoint, "path", name="a"),
    "mount-point": items(TaskConfiguration, "volumes", commands=["true"]),
    "nonblank": field(PresetModelRepo, "repo"),
    "off-duration": field(ProfileParams, "max_duration"),
    "port-mapping": items(TaskConfiguration, "ports", commands=["true"]),
    "preset-model": field(PresetConfiguration, "model"),
    "preset-source": preset_source,
    "private-ip": field(SSHHostParams, "internal_ip", hostname="host"),
    "private-network": field(SSHParams, "network", hosts=["host"]),
    "probe-url": field(ProbeConfig, "url", type="http"),
    "prompt": field(PresetConfiguration, "prompt", repo="a"),
    "python-version": field(DevEnvironmentConfiguration, "python"),
    "repo": items(TaskConfiguration, "repos", commands=["true"]),
    "repo-path": field(RepoSpec, "path", local_path="a"),
    "resource-name": resource_name,
    "router-type": field(ReplicaGroupRouterConfig, "type"),
    "service-model": field(ServiceConfiguration, "model", commands=["true"], port=80),
    "service-port": field(ServiceConfiguration, "port", commands=["true"]),
    "shell": field(DevEnvironmentConfiguration, "shell"),
    "tag-value": lambda value: ProfileParams.model_validate({"tags": {"key": value}}).tags["key"],
    "unix-user": field(DevEnvironmentConfiguration, "user"),
}


def scalar(typed):
    kind, *content = typed
    if kind == "int":
        return int(content[0], 16)
    if kind == "float":
        return float("nan") if content[0] == "nan" else struct.unpack(">d", bytes.fromhex(content[0]))[0]
    if kind == "binary":
        return base64.b64decode(content[0])
    if kind == "timestamp":
        return datetime.date(2026, 1, 1)
    return content[0] if content else None


def plain(value):
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in value.model_fields_set}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return {"number": bits(value)}
    return value


def bits(number):
    """As a double, of which JavaScript's numbers are made."""
    try:
        double = float(number)
    except OverflowError:
        double = float("inf") if number > 0 else float("-inf")
    return "nan" if double != double else struct.pack(">d", double).hex()


def answer(request):
    try:
        value = GRAMMARS[request["grammar"]](scalar(request["scalar"]))
        return {"ok": True, "value": plain(value)}
    except Exception as error:
        return {"ok": False, "error": f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
