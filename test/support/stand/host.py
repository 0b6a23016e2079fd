"""A machine for a fleet of dstack that needs no sshd, no Docker and no root.

Its SSH server answers the commands with which dstack installs its agent, and forwards the ports of the agents and of the
job's sshd to this process. The server of dstack, its database, its scheduling and its API are the real ones.

    host.py PORT        listens on 127.0.0.1 only
"""

import socket
import sys
import threading

import paramiko
from agents import Runner, Shim, serve
from ssh import answer_client

# The ports that dstack expects on the machine.
SHIM, RUNNER, JOB_SSH = 10998, 10999, 10022


def main(port: int):
    listener = socket.create_server(("127.0.0.1", port))
    ports = {SHIM: serve(Shim), RUNNER: serve(Runner), JOB_SSH: port}
    key = paramiko.RSAKey.generate(2048)
    print(f"listening on {port}", flush=True)
    while True:
        client, _ = listener.accept()
        threading.Thread(target=answer_client, args=(client, key, ports), daemon=True).start()


main(int(sys.argv[1]))
