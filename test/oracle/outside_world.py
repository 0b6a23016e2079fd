"""What lies outside a file, settled in the file's favour for one `dstack apply`. See plan.py."""

import contextlib
from types import SimpleNamespace
from unittest import mock

# The server's services import each other in a circle that can only be entered here.
from dstack._internal.server.services import runs  # isort: skip

from dstack._internal.cli.services.configurators import fleet as cli_fleet
from dstack._internal.cli.services.configurators import preset as cli_preset
from dstack._internal.cli.services.configurators import run as cli_run
from dstack._internal.cli.services.presets import create as preset_creation
from dstack._internal.core.models.instances import SSHKey
from dstack._internal.core.models.volumes import VolumeStatus
from dstack._internal.server import settings
from dstack._internal.server.services import fleets, gateways, jobs, services
from dstack._internal.server.services.docker import ImageConfig
from dstack._internal.server.services.jobs.configurators import base as job_configurators
from dstack._internal.server.services.runs import plan as run_plans
from dstack._internal.server.services.services import options as service_options
from dstack._internal.utils import crypto, docker
from dstack.api._public import runs as api_runs

import gpuhunt
import requests

TOKENIZER = {"chat_template": "template", "eos_token": "</s>"}

# What the administrator of a server can raise with environment variables.
LIMITS = ("GATEWAY_MAX_REPLICAS", "MAX_PROBES_PER_JOB", "MAX_PROBE_TIMEOUT", "SERVER_METRICS_RUNNING_TTL_SECONDS")

# A run makes one job a node; more nodes than this show nothing new and only take time.
JOBS_AT_MOST = 3


class Submitted(BaseException):
    """The server has taken the file: nothing is left that the file decides."""


@contextlib.contextmanager
def outside_world(secrets):
    """Replaces databases, clouds, registries, local files and this machine's editors for one `apply`."""

    async def nothing(*_, **__):
        return None

    async def empty_list(*_, **__):
        return []

    async def no_offers(*_, **__):
        return None, [], []

    async def all_secrets(*_, **__):
        return secrets

    async def volume_of(name, **__):
        return SimpleNamespace(name=name, to_be_deleted=False)

    get_job_plans = run_plans.get_job_plans

    async def few_job_plans(run_spec, **rest):
        fewer_jobs(run_spec)
        return await get_job_plans(run_spec=run_spec, **rest)

    replacements = [
        (runs, "get_run_by_name", nothing),
        (runs, "get_job_plans", few_job_plans),
        (run_plans, "get_project_secrets_mapping", all_secrets),
        (run_plans, "_select_candidate_fleet_models", empty_list),
        (run_plans, "find_optimal_fleet_with_offers", no_offers),
        (run_plans, "get_targeted_instance_offers", empty_list),
        (jobs.volumes_services, "get_project_volume_model_by_name", volume_of),
        (jobs.volumes_services, "volume_model_to_volume", active_volume),
        (job_configurators, "_get_image_config_and_cpu_architectures", image_config),
        (crypto, "generate_rsa_key_pair_bytes", lambda **_: (b"private", b"public")),
        (services.events, "emit", lambda *_, **__: None),
        (services.events.Target, "from_model", lambda _: None),
        (fleets, "get_fleet", nothing),
        (fleets, "get_fleet_offers", empty_list),
        (fleets, "_check_ssh_hosts_not_yet_added", nothing),
        (fleets, "_validate_ssh_key", lambda _: None),
        (gateways, "get_project_gateway_model_by_reference", nothing),
        (cli_fleet, "_resolve_ssh_key", any_ssh_key),
        (cli_fleet, "load_profile", lambda *_: cli_run.load_profile_from_args(no_profile(), None)),
        (cli_run, "get_repo_creds_and_default_branch", lambda **_: (None, None)),
        *((cli_run, f"_detect_{ide}_version", lambda: None) for ide in ("vscode", "cursor", "windsurf")),
        (api_runs.RunCollection, "_validate_configuration_files", lambda *_: None),
        (api_runs, "create_file_archive", lambda *_: "hash"),
        (cli_preset, "resolve_preset_prompt", lambda *_: None),
        (cli_preset, "resolve_previous_sessions", lambda *_: ()),
        (preset_creation, "_print_fleet_offers", submitted),
        (service_options, "get_tokenizer_config", lambda *_, **__: TOKENIZER),
        *((settings, name, float("inf")) for name in LIMITS),
        *((module.console, "print", lambda *_, **__: None) for module in (cli_run,)),
        (cli_run.console, "status", lambda *_, **__: contextlib.nullcontext()),
    ]
    with contextlib.ExitStack() as stack:
        for owner, name, replacement in replacements:
            stack.enter_context(mock.patch.object(owner, name, replacement))
        yield


def fewer_jobs(run_spec):
    configuration = run_spec.configuration
    if configuration.type == "task":
        for group in configuration.groups or [configuration]:
            group.nodes = min(group.nodes or 1, JOBS_AT_MOST)


def active_volume(model):
    return SimpleNamespace(
        name=model.name,
        status=VolumeStatus.ACTIVE,
        get_backend=lambda: "aws",
        get_region=lambda: "region",
    )


def image_config(image, _registry_auth):
    # What the client of the registry refuses before it asks.
    registry = docker.parse_image_name(image).registry or docker.LEGACY_DEFAULT_REGISTRY
    requests.Request("GET", f"https://{registry}/v2/").prepare()
    return ImageConfig(User=None, Entrypoint=["run"], Cmd=[]), set(gpuhunt.CPUArchitecture)


def any_ssh_key(path):
    return None if path is None else SSHKey(public="ssh-ed25519 AAAA key", private="private")


def no_profile():
    return SimpleNamespace(no_profile=True)


def submitted(*_):
    raise Submitted
