"""Stand-ins for the two agents of dstack on a machine: the shim starts jobs, the runner runs the commands of one."""

import base64
import hashlib
import json
import os
import struct
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from jobs import JOBS, Job, now

# That of the server: it would install its own on a machine whose agents have another one.
VERSION = os.environ.get("AGENT_VERSION", "0.22.5")
WEBSOCKET_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def serve(agent: type["Agent"]) -> int:
    """Starts an agent on a free port of 127.0.0.1, and gives the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), agent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


class Agent(BaseHTTPRequestHandler):
    """JSON in, JSON out; `answer` gets the parts of the path."""

    protocol_version = "HTTP/1.1"

    def answer(self, path: list[str], body: bytes):
        raise NotImplementedError

    def do_GET(self):
        self.answer(self._parts(), b"")

    def do_POST(self):
        self.answer(self._parts(), self._body())

    def log_message(self, *_):
        pass

    def say(self, value, status=200):
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _parts(self) -> list[str]:
        return self.path.partition("?")[0].strip("/").split("/")

    def _body(self) -> bytes:
        if self.headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("content-length") or 0))
        data = b""
        while size := int(self.rfile.readline(), 16):
            data += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return data


class Shim(Agent):
    def answer(self, path, body):
        match path[1:]:
            case ["healthcheck"]:
                self.say({"service": "dstack-shim", "version": VERSION})
            case ["instance", "health"]:
                self.say({})
            case ["instance", "info"]:
                self.say({"gpu_vendor": "nvidia", "gpu_driver_version": "570.00"})
            case ["components"]:
                names = ("dstack-shim", "dstack-runner")
                self.say({"components": [{"name": name, "version": VERSION, "status": "installed"} for name in names]})
            case ["tasks"] if self.command == "GET":
                self.say({"tasks": [{"id": job.id, "status": job.status} for job in JOBS.by_id.values()]})
            case ["tasks"]:
                JOBS.add(json.loads(body)["id"])
                self.say({})
            case ["tasks", id, *action] if id in JOBS.by_id:
                self._about(JOBS.by_id[id], action, body)
            case _:
                self.say({"error": "not found"}, 404)

    def _about(self, job: Job, action: list[str], body: bytes):
        match action:
            case []:
                reason, message = job.ended or ("", "")
                why = {"termination_reason": reason, "termination_message": message}
                self.say({"id": job.id, "status": job.status, **why, "ports": []})
            case ["terminate"]:
                why = json.loads(body)
                job.stop()
                job.ended = (why["termination_reason"], why["termination_message"])
                self.say({})
            case ["remove"]:
                del JOBS.by_id[job.id]
                self.say({})
            case _:
                self.say({"error": "not found"}, 404)


class Runner(Agent):
    def answer(self, path, body):
        job = JOBS.last
        if path == ["logs_ws"] and job:
            return self._stream_logs(job)
        if job is None or job.status != "running":
            return self.say({}, 503)
        match path[1:]:
            case ["healthcheck"]:
                self.say({"service": "dstack-runner", "version": VERSION})
            case ["submit"]:
                job.spec = json.loads(body)
                self.say({})
            case ["upload_code"] | ["upload_archive"]:
                self.say({})
            case ["run"]:
                threading.Thread(target=job.run, daemon=True).start()
                self.say({"working_dir": "/root", "username": "root"})
            case ["stop"]:
                job.stop()
                self.say({})
            case ["metrics"]:
                self.say(metrics())
            case ["pull"]:
                self.say(progress(job, int(self.path.partition("timestamp=")[2])))
            case _:
                self.say({}, 404)

    def _stream_logs(self, job: Job):
        """What `dstack apply` reads through its tunnel: a WebSocket with one message for each entry."""
        key = self.headers["sec-websocket-key"] + WEBSOCKET_GUID
        self.send_response(101)
        self.send_header("upgrade", "websocket")
        self.send_header("connection", "Upgrade")
        self.send_header("sec-websocket-accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        self.end_headers()
        sent = 0
        while not (job.is_finished and sent == len(job.logs)):
            if sent == len(job.logs):
                time.sleep(0.05)
                continue
            data = base64.b64decode(job.logs[sent]["message"])
            self.wfile.write(frame(data))
            sent += 1
        # The frame that closes the connection, with its code 1000.
        self.wfile.write(b"\x88\x02\x03\xe8")
        self.close_connection = True


def frame(data: bytes) -> bytes:
    """A binary message of WebSocket with less than 64 kB."""
    if len(data) < 126:
        return struct.pack("!BB", 0x82, len(data)) + data
    return struct.pack("!BBH", 0x82, 126, len(data)) + data


def progress(job: Job, since: int) -> dict:
    """What is newer than a time in milliseconds."""
    newer = lambda entries: [entry for entry in entries if entry["timestamp"] > since]  # noqa: E731
    times = [entry["timestamp"] for entry in job.states + job.logs]
    return {
        "job_states": newer(job.states),
        "job_logs": newer(job.logs),
        "runner_logs": [],
        "no_connections_secs": 0,
        "last_updated": max(times, default=since),
        "has_more": False,
    }


def metrics() -> dict:
    return {
        "timestamp_micro": now() * 1000,
        "cpu_usage_micro": now() * 100,
        "memory_usage_bytes": 1 << 30,
        "memory_working_set_bytes": 1 << 29,
        "gpus": [{"gpu_memory_usage_bytes": 40 << 30, "gpu_util_percent": 87}] * 2,
    }
