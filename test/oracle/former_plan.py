"""What an older release checks of a configuration besides its models: the functions of its command line and its server
that need nothing but the file.

Reads JSON lines `{"text"}` from stdin and answers each with one JSON line, `{"ok": true}` or `{"ok": false, "error"}`.
A release without one of the functions does not check it. All backends are there, the server's own limits are far, and
SSH keys exist. `plan.py` follows all of `dstack apply`, for the newest only.
"""

import json
import sys
from unittest import mock

# dstack 0.19 loads plugins by a package that is not installed, and there are none.
sys.modules["backports"] = sys.modules["backports.entry_points_selectable"] = mock.Mock()

# The server's services import each other in a circle that can only be entered here.
from dstack._internal.server.services import runs  # isort: skip

import yaml
from dstack._internal.cli.services.configurators import get_apply_configurator_class
from dstack._internal.core.models.configurations import parse_apply_configuration
from dstack._internal.core.models.fleets import FleetSpec
from dstack._internal.core.models.instances import SSHKey
from dstack._internal.core.models.profiles import Profile
from dstack._internal.core.models.runs import RunSpec
from dstack._internal.server import settings
from dstack._internal.server.services import backends, fleets, gateways, volumes

FAR = 10**9
settings.SERVER_METRICS_RUNNING_TTL_SECONDS = FAR
gateways.GATEWAY_MAX_REPLICAS = FAR
gateways.check_backend_type_available = lambda _: None
backends.check_backend_type_available = lambda _: None
fleets._validate_ssh_key = lambda _: None

BY_COMMAND_LINE = ("validate_gpu_vendor_and_image", "validate_cpu_arch_and_image")


def check(configuration):
    if configuration.type == "gateway":
        gateways._validate_gateway_configuration(configuration)
    elif configuration.type == "volume":
        volumes._validate_volume_configuration(configuration)
    elif configuration.type == "fleet":
        names = ("_validate_fleet_spec_and_set_defaults", "_validate_fleet_spec")
        validate = next(getattr(fleets, name) for name in names if hasattr(fleets, name))
        if configuration.ssh_config is not None and configuration.ssh_config.identity_file:
            configuration.ssh_config.ssh_key = SSHKey(public="public", private="private")
        validate(FleetSpec(configuration=configuration, profile=Profile(name="default")))
    else:
        check_run(configuration)


def check_run(configuration):
    configurator = get_apply_configurator_class(configuration.type)(api_client=mock.Mock())
    for name in BY_COMMAND_LINE:
        getattr(configurator, name, lambda _: None)(configuration)
    validate = getattr(getattr(runs, "spec", None), "validate_run_spec_and_set_defaults", None)
    if validate is None:
        return
    spec = RunSpec(
        run_name="name",
        configuration=configuration,
        profile=Profile(name="default"),
        ssh_key_pub="ssh-ed25519 AAAA user",
    )
    validate(mock.Mock(), spec)


def main():
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        try:
            check(parse_apply_configuration(yaml.safe_load(json.loads(line)["text"])))
            answer = {"ok": True}
        except Exception as error:
            message = " ".join(str(error).split())
            answer = {"ok": False, "error": f"{type(error).__name__}: {message}"[:400]}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
