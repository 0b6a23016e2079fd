"""`dstack apply` without a cloud: the CLI's configurators, talking to the server's services in this process.

Nothing of dstack's checks is written again here. `apply` calls the CLI for real; its API client hands the request
bodies to the server functions that the HTTP routes would call, and those run for real up to where they would ask
the database or a cloud. What only an option, the environment or the server's state can decide is settled in the
file's favour, so that what is refused is refused for what stands in the file:

- every environment variable that the file asks for is set, as `-e NAME=value` would do it; every secret exists;
- local files, prompt files, repos, previous presets, SSH keys and prompt answers are fine;
- a possible name is given with `--name`, so that an impossible one in the file does not matter;
- no profile (unless one is asked about), no resource of the same name, no plugins; every named volume exists and is active;
- the server's own limits are raised as far as its settings allow;
- images exist, have a command, and run on both CPU architectures;
- a preset's missing `trials` comes from `--trials`.
"""

import asyncio
import re
import uuid
from types import SimpleNamespace
from unittest import mock

# The server's services import each other in a circle that can only be entered here.
from dstack._internal.server.services import runs  # isort: skip

from dstack._internal.cli.services.configurators import get_apply_configurator_class
from dstack._internal.cli.services.configurators import volume as cli_volume
from dstack._internal.core.models.envs import EnvSentinel, EnvVarTuple
from dstack._internal.core.models.fleets import FleetStatus
from dstack._internal.server.schemas.fleets import GetFleetPlanRequest
from dstack._internal.server.schemas.gateways import GetGatewayPlanRequest
from dstack._internal.server.schemas.runs import GetRunPlanRequest
from dstack._internal.server.schemas.volumes import CreateVolumeRequest
from dstack._internal.server.services import fleets, gateways, services, volumes
from dstack.api._public import runs as api_runs
from dstack.api.server._fleets import FleetsAPIClient
from dstack.api.server._gateways import GatewaysAPIClient
from dstack.api.server._runs import RunsAPIClient
from dstack.api.server._volumes import VolumesAPIClient
from outside_world import Submitted, fewer_jobs, outside_world

PROJECT = SimpleNamespace(id=uuid.uuid4(), name="main", default_gateway_id=None)
USER = SimpleNamespace(id=uuid.uuid4(), name="user", ssh_public_key="ssh-ed25519 AAAA user")


class Refused(Exception):
    def __init__(self, stage, error):
        super().__init__(str(error))
        self.stage = stage
        self.error = error


def apply(configuration, text, with_profile=False):
    """Applies a configuration that the models have accepted, with the default profile of the folder if wanted. Raises
    `Refused`."""
    secrets = {name: "value" for name in re.findall(r"secrets\.([A-Za-z_][A-Za-z0-9_.]*)", text)}
    with outside_world(secrets):
        try:
            configurator = get_apply_configurator_class(configuration.type)(api_client=api_client())
            configurator.apply_configuration(
                conf=configuration,
                configuration_path=".dstack.yml",
                command_args=SimpleNamespace(yes=True, force=False, detach=False, verbose=False),
                configurator_args=arguments(configurator, configuration, text, with_profile),
            )
        except Submitted:
            pass
        except Refused:
            raise
        except (Exception, SystemExit) as error:
            raise Refused("plan", error) from error


def arguments(configurator, configuration, text, with_profile):
    """The options of a command line that supplies what the file leaves open."""
    args = configurator.get_parser().parse_args([])
    args.no_profile = not with_profile
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
