"""The SSH server of the machine."""

import json
import socket
import threading
import time

import paramiko
from agents import VERSION

# What dstack's agent says of the machine.
HOST_INFO = {
    "gpu_vendor": "nvidia",
    "gpu_name": "NVIDIA H100 80GB HBM3",
    "gpu_memory": 81559,
    "gpu_count": 2,
    "cpus": 16,
    "memory": 128 << 30,
    "disk_size": 500 << 30,
    "addresses": ["127.0.0.1/8", "10.0.0.5/24"],
}


def answer_client(client: socket.socket, key: paramiko.PKey, ports: dict[int, int]):
    """Serves one connection until it ends. `ports` has the real port for each that dstack connects to."""
    transport = paramiko.Transport(client)
    transport.add_server_key(key)
    transport.set_subsystem_handler("sftp", paramiko.SFTPServer, Uploads)
    try:
        transport.start_server(server=Host(transport, ports))
    except (paramiko.SSHException, EOFError, OSError):
        return
    # paramiko closes a channel that nothing refers to.
    channels = []
    while transport.is_active():
        if (channel := transport.accept(1)) is not None:
            channels.append(channel)
        channels = [one for one in channels if not one.closed]


class Host(paramiko.ServerInterface):
    """Accepts every key, answers the commands of dstack, and forwards ports."""

    def __init__(self, transport: paramiko.Transport, ports: dict[int, int]):
        self.transport = transport
        self.ports = ports

    def get_allowed_auths(self, username):
        return "publickey"

    def check_auth_publickey(self, username, key):
        return paramiko.AUTH_SUCCESSFUL

    def check_channel_request(self, kind, chanid):
        return paramiko.OPEN_SUCCEEDED

    def check_channel_exec_request(self, channel, command):
        threading.Thread(target=execute, args=(channel, command.decode()), daemon=True).start()
        return True

    def check_channel_direct_tcpip_request(self, chanid, origin, destination):
        port = self.ports.get(destination[1])
        if port is None:
            return paramiko.OPEN_FAILED_CONNECT_FAILED
        threading.Thread(target=self._forward, args=(chanid, port), daemon=True).start()
        return paramiko.OPEN_SUCCEEDED

    def _forward(self, chanid: int, port: int):
        channel = None
        while channel is None:
            channel = self.transport._channels.get(chanid)
            time.sleep(0.005)
        target = socket.create_connection(("127.0.0.1", port))
        back = (channel.recv, target.sendall, lambda: target.shutdown(socket.SHUT_WR))
        threading.Thread(target=pump, args=back, daemon=True).start()
        pump(target.recv, channel.sendall, channel.close)


def execute(channel: paramiko.Channel, command: str):
    """Nothing is run: dstack gets the answers that it waits for."""
    answer = ""
    if command == "uname -m":
        answer = "x86_64\n"
    elif "cat" in command and "host_info.json" in command:
        answer = json.dumps(HOST_INFO)
    elif "/api/healthcheck" in command:
        answer = json.dumps({"service": "dstack-shim", "version": VERSION})
    # The answer to the request itself has to go first.
    time.sleep(0.02)
    try:
        channel.sendall(answer.encode())
        channel.send_exit_status(0)
        channel.close()
    except OSError:
        pass


def pump(read, write, end):
    """Passes on bytes until there are none."""
    try:
        while data := read(65536):
            write(data)
    except OSError:
        pass
    try:
        end()
    except OSError:
        pass


class Uploads(paramiko.SFTPServerInterface):
    """Keeps only the size of a file, which dstack checks."""

    sizes: dict[str, int] = {}

    def open(self, path, flags, attr):
        handle = paramiko.SFTPHandle(flags)
        self.sizes[path] = 0

        def write(offset, data):
            self.sizes[path] = offset + len(data)
            return paramiko.SFTP_OK

        handle.write = write
        return handle

    def stat(self, path):
        attributes = paramiko.SFTPAttributes()
        attributes.st_size = self.sizes.get(path, 0)
        return attributes

    lstat = stat
