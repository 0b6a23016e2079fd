"""Gives the project `main` two fleets, a volume, a gateway, a secret and a plain member, through the API.

    seed.py URL TOKEN SSH_PORT PRIVATE_KEY        prints JSON: the member's token, and whether all is ready
"""

import json
import pathlib
import sys
import time
import urllib.request

SECONDS = 60


class Api:
    def __init__(self, url: str, token: str):
        self.url = url
        self.token = token

    def post(self, path: str, body=None):
        headers = {"authorization": f"Bearer {self.token}", "content-type": "application/json"}
        data = b"" if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/api/{path}", data, method="POST", headers=headers)
        with urllib.request.urlopen(request) as response:
            return json.loads(response.read() or b"null")

    def apply(self, kind: str, spec: dict):
        body = {"plan": {"spec": spec, "current_resource": None}, "force": False}
        self.post(f"project/main/{kind}/apply", body)

    def apply_fleet(self, configuration: dict):
        spec = {"configuration": {"type": "fleet", **configuration}, "profile": {"name": "default"}}
        self.apply("fleets", spec)


def main(url: str, token: str, ssh_port: str, key: str):
    api = Api(url, token)
    private = pathlib.Path(key)
    keys = {"public": private.with_suffix(".pub").read_text(), "private": private.read_text()}
    machine = {"user": "test", "port": int(ssh_port), "hosts": ["127.0.0.1"], "ssh_key": keys}
    place = {"backend": "aws", "region": "us-east-1"}
    api.apply_fleet({"name": "cloud", "nodes": "0..2", "backends": ["aws"]})
    api.apply_fleet({"name": "onprem", "ssh_config": machine})
    volume = {"type": "volume", "name": "data", "size": "100GB", **place}
    api.post("project/main/volumes/create", {"configuration": volume})
    gateway = {"type": "gateway", "name": "gw", "domain": "example.com", **place}
    api.apply("gateways", {"configuration": gateway})
    api.post("project/main/secrets/create_or_update", {"name": "hf_token", "value": "not-a-real-token"})
    api.post("projects/create", {"project_name": "second"})
    api.post("users/create", {"username": "dev", "global_role": "user", "email": None})
    members = [{"username": "admin", "project_role": "admin"}, {"username": "dev", "project_role": "user"}]
    api.post("projects/main/set_members", {"members": members})
    member = api.post("users/get_user", {"username": "dev"})["creds"]["token"]
    print(json.dumps({"memberToken": member, "isReady": wait(api)}))


def wait(api: Api) -> bool:
    """Whether the volume is there and the machine is idle, before the time is over."""
    end = time.time() + SECONDS
    while time.time() < end:
        instances = api.post("instances/list", {"project_names": ["main"], "only_active": True})
        idle = [one for one in instances if one["fleet_name"] == "onprem" and one["status"] == "idle"]
        if idle and api.post("project/main/volumes/list")[0]["status"] == "active":
            return True
        time.sleep(0.5)
    return False


main(*sys.argv[1:])
