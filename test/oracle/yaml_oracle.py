"""What PyYAML makes of texts. Reads one JSON object a line, answers one JSON object a line.

{"text": T} loads T as dstack loads a file; {"scalar": T, "tag": G} resolves one scalar, plain or with the tag G.
The answer is {"ok": true, "value": V} or {"ok": false, "error": KIND, "message": M, "lines": [L, ...]} with the
zero-based lines that the error names. V is [TYPE, ...]; see `typed`. A value that is too large to write out is ["large"].
"""

import base64
import datetime
import io
import json
import struct
import sys

import yaml

MAX_NODES = 20_000


class TooLarge(Exception):
    pass


class Typer:
    def __init__(self):
        self.count = 0
        self.open = set()

    def typed(self, value):
        self.count += 1
        if self.count > MAX_NODES:
            raise TooLarge
        if isinstance(value, (list, tuple, set, dict)):
            if id(value) in self.open:
                return ["recursive"]
            self.open.add(id(value))
            try:
                return self.collection(value)
            finally:
                self.open.discard(id(value))
        return self.scalar(value)

    def collection(self, value):
        if isinstance(value, dict):
            return ["map", [[self.typed(k), self.typed(v)] for k, v in value.items()]]
        return ["set" if isinstance(value, set) else "list", [self.typed(item) for item in value]]

    def scalar(self, value):
        if value is None:
            return ["null"]
        if isinstance(value, bool):
            return ["bool", value]
        if isinstance(value, int):
            return ["int", hex(value)]
        if isinstance(value, float):
            return ["float", "nan" if value != value else struct.pack(">d", value).hex()]
        if isinstance(value, str):
            return ["str", value]
        if isinstance(value, bytes):
            return ["binary", base64.b64encode(value).decode()]
        assert isinstance(value, datetime.date)
        return ["timestamp"]


def load(request):
    if "scalar" not in request:
        # Like a file that is opened as text, with its line breaks translated.
        return yaml.safe_load(io.StringIO(request["text"], newline=None))
    loader = yaml.SafeLoader("")
    text, tag = request["scalar"], request.get("tag")
    if tag is None:
        tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    return loader.construct_document(yaml.ScalarNode(tag, text))


def as_deep_as_dstack(request):
    """`dstack apply` calls `safe_load` from its fourth function; how deeply a text may nest depends on that."""
    return load(request)


def answer(request):
    try:
        value = as_deep_as_dstack(request)
    except Exception as error:
        marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
        lines = [mark.line for mark in marks if mark is not None]
        return {"ok": False, "error": type(error).__name__, "message": str(error), "lines": lines}
    try:
        return {"ok": True, "value": Typer().typed(value)}
    except (TooLarge, RecursionError):
        return {"ok": True, "value": ["large"]}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
