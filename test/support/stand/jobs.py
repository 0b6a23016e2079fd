"""The jobs of the machine: their commands really run, with `sh` in an empty folder."""

import base64
import os
import signal
import subprocess
import tempfile
import time

# Seconds for which an image is said to be pulled.
PULLING = 1


def now() -> int:
    return int(time.time() * 1000)


class Job:
    """`pulling` for a second, then `running` until its commands end or it is stopped."""

    def __init__(self, id: str):
        self.id = id
        self.born = time.time()
        # Reason and message, once the agent has been told to end it.
        self.ended: tuple[str, str] | None = None
        self.spec: dict = {}
        self.states: list[dict] = []
        self.logs: list[dict] = []
        self.is_finished = False
        self._process: subprocess.Popen | None = None
        self._is_stopped = False

    @property
    def status(self) -> str:
        if self.ended:
            return "terminated"
        return "running" if time.time() - self.born > PULLING else "pulling"

    def run(self):
        self._state("running")
        run = self.spec["run_spec"]
        commands = run["configuration"].get("commands") or ["sleep 86400"]
        env = {"PATH": os.environ["PATH"], "DSTACK_RUN_NAME": run["run_name"]}
        env.update({name: str(value) for name, value in (self.spec["job_spec"].get("env") or {}).items()})
        with tempfile.TemporaryDirectory() as folder:
            self._process = subprocess.Popen(
                ["sh", "-c", " && ".join(commands)],
                cwd=folder,
                env=env,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            for line in self._process.stdout:
                self._log(line)
            self._end(self._process.wait())

    def stop(self):
        self._is_stopped = True
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)

    def _end(self, code: int):
        if self._is_stopped:
            self._state("terminated", termination_reason="terminated_by_user")
        elif code == 0:
            self._state("done", termination_reason="done_by_runner", exit_status=0)
        else:
            self._state(
                "failed",
                termination_reason="container_exited_with_error",
                exit_status=code,
                termination_message=f"exit status {code}",
            )
        self.is_finished = True

    def _state(self, state: str, **more):
        self.states.append({"timestamp": now(), "state": state, **more})

    def _log(self, line: bytes):
        self.logs.append({"timestamp": now(), "message": base64.b64encode(line).decode()})
        # Like the real runner, which has a millisecond for each entry.
        time.sleep(0.002)


class Jobs:
    """All jobs of the machine. The runner is about the last one."""

    def __init__(self):
        self.by_id: dict[str, Job] = {}
        self.last: Job | None = None

    def add(self, id: str):
        self.last = self.by_id[id] = Job(id)


JOBS = Jobs()
