"""`dstack apply` without a cloud: the CLI's configurators, talking to the server's services in this process.

Nothing of dstack's checks is written again here. `apply` calls the CLI for real; its API client hands the request
bodies to the server functions that the HTTP routes would call, and those run for real up to where they would ask
the database or a cloud. What only an option, the environment or the server's state can decide is settled in the
file's favour, so that what is refused is refused for what stands in the file:

- every environment variable that the file asks for is set, as `-e NAME=value` would do it; every secret exists;
- local files, prompt files, repos, previous presets, SSH keys and prompt answers are fine;
- a possible name is given with `--name`, so that an impossible one in the file does not matter;
- no profile, no resource of the same name, no plugins; every named volume exists and is active;
- the server's own limits are raised as far as its settings allow;
- images exist, have a command, and run on both CPU architectures;
- a preset's missing `trials` comes from `--trials`.
"""

import asyncio
import contextlib
import re
import uuid
from types import SimpleNamespace
from unittest import mock

# The server's services import each other in a circle that can only be entered here.
from dstack._internal.server.services import runs  # isort: skip

from dstack._internal.cli.services.configurators import get_apply_configurator_class
from dstack._internal.cli.services.configurators import fleet as cli_fleet
from dstack._internal.cli.services.configurators import preset as cli_preset
from dstack._internal.cli.services.configurators import run as cli_run
from dstack._internal.cli.services.configurators import volume as cli_volume
from dstack._internal.cli.services.presets import create as preset_creation
from dstack._internal.core.models.envs import EnvSentinel, EnvVarTuple
from dstack._internal.core.models.fleets import FleetStatus
from dstack._internal.core.models.instances import SSHKey
from dstack._internal.core.models.volumes import VolumeStatus
from dstack._internal.server import settings
from dstack._internal.server.schemas.fleets import GetFleetPlanRequest
from dstack._internal.server.schemas.gateways import GetGatewayPlanRequest
from dstack._internal.server.schemas.runs import GetRunPlanRequest
from dstack._internal.server.schemas.volumes import CreateVolumeRequest
from dstack._internal.server.services import fleets, gateways, jobs, services, volumes
from dstack._internal.server.services.docker import ImageConfig
from dstack._internal.server.services.jobs.configurators import base as job_configurators
from dstack._internal.server.services.runs import plan as run_plans
from dstack._internal.server.services.services import options as service_options
from dstack._internal.utils import crypto
from dstack.api._public import runs as api_runs
from dstack.api.server._fleets import FleetsAPIClient
from dstack.api.server._gateways import GatewaysAPIClient
from dstack.api.server._runs import RunsAPIClient
from dstack.api.server._volumes import VolumesAPIClient

import gpuhunt

PROJECT = SimpleNamespace(id=uuid.uuid4(), name="main", default_gateway_id=None)
USER = SimpleNamespace(id=uuid.uuid4(), name="user", ssh_public_key="ssh-ed25519 AAAA user")

TOKENIZER = {"chat_template": "template", "eos_token": "</s>"}

# What the administrator of a server can raise with environment variables.
LIMITS = ("GATEWAY_MAX_REPLICAS", "MAX_PROBES_PER_JOB", "MAX_PROBE_TIMEOUT", "SERVER_METRICS_RUNNING_TTL_SECONDS")

# A run makes one job a node; more nodes than this show nothing new and only take time.
JOBS_AT_MOST = 3


class Refused(Exception):
    def __init__(self, stage, error):
        super().__init__(str(error))
        self.stage = stage
        self.error = error


class Submitted(BaseException):
    """The server has taken the file: nothing is left that the file decides."""


def apply(configuration, text):
    """Applies a configuration that the models have accepted. Raises `Refused`."""
    secrets = {name: "value" for name in re.findall(r"secrets\.([A-Za-z_][A-Za-z0-9_.]*)", text)}
    with outside_world(secrets):
        try:
            configurator = get_apply_configurator_class(configuration.type)(api_client=api_client())
            configurator.apply_configuration(
                conf=configuration,
                configuration_path=".dstack.yml",
                command_args=SimpleNamespace(yes=True, force=False, detach=False, verbose=False),
                configurator_args=arguments(configurator, configuration, text),
            )
        except Submitted:
            pass
        except Refused:
            raise
        except (Exception, SystemExit) as error:
            raise Refused("plan", error) from error


def arguments(configurator, configuration, text):
    """The options of a command line that supplies what the file leaves open."""
    args = configurator.get_parser().parse_args([])
    args.no_profile = True
    args.name = args.run_name = "name"
    env = getattr(configuration, "env", None) or {}
    wanted = [name for name, value in env.items() if isinstance(value, EnvSentinel)]
    referenced = [n for n in re.findall(r"env\.([A-Za-z_][A-Za-z0-9_]*)", text) if n not in env]
    if not (configuration.type == "fleet" and configuration.ssh_config is None):
        args.env_vars = [EnvVarTuple(name, "value") for name in (*wanted, *referenced)]
    if getattr(configuration, "repos", None) and configuration.repos[0].local_path:
        args.no_repo = True
    if configuration.type == "preset" and configuration.trials is None:
        args.trials = 1
    return args


# The server ---------------------------------------------------------------------------------------------------


def api_client():
    """The CLI's API client, with the server's functions behind its requests."""

    def request(path, body=None, **_):
        route = path.rsplit("/", 2)[-2:]
        return asyncio.run(ROUTES["/".join(route)](body))

    groups = {
        "runs": RunsAPIClient,
        "fleets": FleetsAPIClient,
        "gateways": GatewaysAPIClient,
        "volumes": VolumesAPIClient,
    }
    server = SimpleNamespace(**{name: group(request, mock.Mock()) for name, group in groups.items()})
    server.users = SimpleNamespace(get_my_user=lambda: SimpleNamespace(username=USER.name))
    server.files = SimpleNamespace(upload_archive=lambda **_: SimpleNamespace(id=uuid.uuid4()))
    server.repos = mock.Mock()
    fleet = SimpleNamespace(name="fleet", project_name=PROJECT.name, status=FleetStatus.ACTIVE)
    server.fleets.list = lambda *_, **__: [fleet]
    api = SimpleNamespace(client=server, project=PROJECT.name, repos=mock.Mock())
    api.runs = api_runs.RunCollection(server, PROJECT.name, api)
    return api


async def plan_run(body):
    request = GetRunPlanRequest.model_validate_json(body)
    plan = await runs.get_plan(
        session=None,
        project=PROJECT,
        user=USER,
        run_spec=request.run_spec,
        max_offers=request.max_offers,
        full_offers=request.full_offers,
        unallocated_resources=request.unallocated_resources,
        for_offers_only=request.for_offers_only,
    )
    try:
        await submit_run(plan.effective_run_spec)
    except Exception as error:
        raise Refused("submit", error) from error
    raise Submitted


async def submit_run(run_spec):
    """What `submit_run` of the server's runs service checks besides what planning has checked."""
    fewer_jobs(run_spec)
    await runs._validate_run(session=None, user=USER, project=PROJECT, run_spec=run_spec)
    runs._get_next_triggered_at(run_spec)
    if run_spec.configuration.type == "service" and run_spec.configuration.gateway is False:
        # Without a word about the gateway, the project's gateway decides.
        run_model = SimpleNamespace(project=PROJECT, run_name=run_spec.run_name)
        services._assign_service_to_in_server_proxy(None, run_model, run_spec)


async def plan_fleet(body):
    spec = GetFleetPlanRequest.model_validate_json(body).spec
    plan = await fleets.get_plan(session=None, project=PROJECT, user=USER, spec=spec)
    fleets._get_fleet_nodes_to_provision(plan.effective_spec)
    raise Submitted


async def plan_gateway(body):
    spec = GetGatewayPlanRequest.model_validate_json(body).spec
    await gateways.get_plan(session=None, project=PROJECT, user=USER, spec=spec)
    raise Submitted


async def create_volume(body):
    configuration = CreateVolumeRequest.model_validate_json(body).configuration
    volumes._validate_volume_configuration(configuration)
    raise Submitted


async def no_volume(_body):
    raise cli_volume.ResourceNotExistsError()


ROUTES = {
    "runs/get_plan": plan_run,
    "fleets/get_plan": plan_fleet,
    "gateways/get_plan": plan_gateway,
    "volumes/get": no_volume,
    "volumes/create": create_volume,
}


# What lies outside the file -----------------------------------------------------------------------------------


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
        *((settings, name, 10**9) for name in LIMITS),
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


def image_config(_image, _registry_auth):
    return ImageConfig(User=None, Entrypoint=["run"], Cmd=[]), set(gpuhunt.CPUArchitecture)


def any_ssh_key(path):
    return None if path is None else SSHKey(public="ssh-ed25519 AAAA key", private="private")


def no_profile():
    return SimpleNamespace(no_profile=True)


def submitted(*_):
    raise Submitted
