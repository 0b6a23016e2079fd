"""The real dstack's verdict on many files, from one process.

Reads JSON lines `{"text", "kind": "configuration" | "profiles", "plan": bool, "profiles": text or absent}` from stdin
and answers each with one JSON line:

    {"ok": true}
    {"ok": false, "stage": "yaml" | "model" | "plan" | "submit", "error": short text,
     "locations": [[key or index, ...], ...], "lines": [first, last] (zero-based, only for stage "yaml")}

The stages follow a file through `dstack apply`. "yaml" is PyYAML, "model" are the pydantic models. With `plan`, the
CLI's own configurator runs up to the confirmation prompt against a server in this process ("plan"), and then what
the server checks of the file when the user confirms ("submit"). Any Python exception is a refusal.
`profiles` is the file of profiles in the folder.
"""

import io
import json
import os
import signal
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

# Nothing outside the file may decide: no profile of this machine, no settings of this server.
home = tempfile.TemporaryDirectory(prefix="dstack-oracle-")
os.chdir(home.name)
os.environ["HOME"] = os.getcwd()
os.environ["DSTACK_SERVER_DIR"] = os.getcwd()
os.environ["GIT_PYTHON_REFRESH"] = "quiet"

answers = sys.stdout
sys.stdout = sys.stderr

import yaml  # noqa: E402
from pydantic import ValidationError  # noqa: E402

from dstack._internal.core.models.configurations import parse_apply_configuration  # noqa: E402
from dstack._internal.core.models.profiles import ProfilesConfig  # noqa: E402

SECONDS_PER_FILE = 30

# dstack 0.20 and older have pydantic 1.
read_profiles = getattr(ProfilesConfig, "model_validate", None) or ProfilesConfig.parse_obj


def verdict(text, kind, plan, profiles=None):
    # `dstack apply` opens files in text mode, which turns every line break into "\n".
    text = io.StringIO(text, newline=None).read()
    try:
        data = yaml.safe_load(text)
    except Exception as error:
        return refused("yaml", error, [], lines_of(error, text))
    try:
        if kind == "profiles":
            read_profiles(data)
            return {"ok": True}
        configuration = parse_apply_configuration(yaml.safe_load(text))
    except Exception as error:
        return refused("model", error, locations_of(error, data))
    if plan:
        from plan import Refused, apply

        try:
            with profiles_file(profiles):
                apply(configuration, text, with_profile=profiles is not None)
        except Refused as refusal:
            return refused(refusal.stage, refusal.error, locations_of(refusal.error, data))
    return {"ok": True}


@contextmanager
def profiles_file(text):
    path = Path(".dstack/profiles.yml")
    if text is not None:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def refused(stage, error, locations, lines=None):
    answer = {"ok": False, "stage": stage, "error": message_of(error), "locations": locations}
    return answer if lines is None else {**answer, "lines": lines}


def message_of(error):
    """One line: the exception's name and what it says."""
    validation = validation_of(error)
    if validation is not None:
        text = "; ".join(f"{one['msg']} ({one['type']})" for one in errors_of(validation)[:3])
    else:
        text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}"[:400]


def validation_of(error):
    """The pydantic error behind dstack's own exception, or None."""
    for candidate in (error, *getattr(error, "args", ())):
        if isinstance(candidate, ValidationError):
            return candidate
    return None


def errors_of(validation):
    """The single errors, without what only costs time to make."""
    if not hasattr(validation, "error_count"):
        return validation.errors()
    return validation.errors(include_url=False, include_input=False, include_context=False)


def lines_of(error, text):
    """The lines that PyYAML names: from the start of what it was reading to where it stopped."""
    marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
    lines = [mark.line for mark in marks if mark is not None]
    position = getattr(error, "position", None)
    if not lines and isinstance(position, int):
        lines = [text.count("\n", 0, position)]
    return [min(lines), max(lines)] if lines else None


def locations_of(error, data):
    """The places that pydantic names, as paths in the file."""
    validation = validation_of(error)
    if validation is None:
        return []
    paths = []
    for one in errors_of(validation):
        path = path_in_file(one["loc"], data)
        if path not in paths:
            paths.append(path)
    return paths


# Names under which a "before" validator hands a property on, and the names that the file may have for it.
FORMER_NAMES = {"groups": "replicas", "replicas": "count"}


def path_in_file(loc, data):
    """Follows a pydantic location through the document and leaves out what is no place in it: the tags of
    unions, the names of functions, and what lies inside a shorthand."""
    path = []
    for step in loc:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            path.append(step)
            data = data[step]
        elif isinstance(data, dict):
            key = step if step in data else FORMER_NAMES.get(step)
            if key in data:
                path.append(key)
                data = data[key]
    return path


class Timeout(Exception):
    pass


def on_alarm(_signal, _frame):
    raise Timeout(f"no verdict within {SECONDS_PER_FILE} s")


def main():
    signal.signal(signal.SIGALRM, on_alarm)
    for line in sys.stdin:
        item = json.loads(line)
        if item["plan"]:
            # Loading the server takes seconds, which no file is to be charged for.
            import plan  # noqa: F401
        signal.alarm(SECONDS_PER_FILE)
        try:
            answer = verdict(item["text"], item["kind"], item["plan"], item.get("profiles"))
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            answer = refused("oracle", error, [])
        finally:
            signal.alarm(0)
        print(json.dumps(answer, default=str), file=answers, flush=True)


if __name__ == "__main__":
    main()
