"""Every place at which the real dstack can refuse what stands in a configuration file.

Answers one JSON line with the list of `MODULE:FUNCTION:MESSAGE` of every `raise` in dstack's configuration models and
in what plans and submits a configuration, and of every validator of a model that raises nothing by itself. MESSAGE is
the beginning of the text, with `{}` for what is put in, or the name of the exception.
"""

import ast
import json
import pathlib
import sys

import dstack._internal

ROOT = pathlib.Path(dstack._internal.__file__).parent.parent

PLACES = [
    "_internal/core/models/*.py",
    "_internal/core/models/repos/*.py",
    "_internal/core/services/*.py",
    "_internal/core/services/configs/*.py",
    "_internal/core/services/ssh/ports.py",
    "_internal/cli/services/configurators/*.py",
    "_internal/cli/services/presets/create.py",
    "_internal/cli/services/profile.py",
    "api/_public/runs.py",
    "_internal/server/services/fleets.py",
    "_internal/server/services/gateways/__init__.py",
    "_internal/server/services/jobs/__init__.py",
    "_internal/server/services/jobs/configurators/*.py",
    "_internal/server/services/runs/__init__.py",
    "_internal/server/services/runs/plan.py",
    "_internal/server/services/runs/spec.py",
    "_internal/server/services/services/__init__.py",
    "_internal/server/services/services/options.py",
    "_internal/server/services/volumes.py",
    "_internal/server/services/docker.py",
    "_internal/utils/interpolator.py",
]

LONGEST_MESSAGE = 60
VALIDATORS = {"field_validator", "model_validator"}


class Visitor(ast.NodeVisitor):
    def __init__(self, module):
        self.module = module
        self.scope = []
        self.keys = []

    def visit_ClassDef(self, node):
        self.inside(node)

    def visit_FunctionDef(self, node):
        before = len(self.keys)
        self.inside(node)
        if len(self.keys) == before and VALIDATORS & {name_of(one) for one in node.decorator_list}:
            self.scope.append(node.name)
            self.add("(validator)")
            self.scope.pop()

    visit_AsyncFunctionDef = visit_FunctionDef

    def inside(self, node):
        self.scope.append(node.name)
        self.generic_visit(node)
        self.scope.pop()

    def visit_Raise(self, node):
        # A bare `raise` passes on what was raised elsewhere.
        if node.exc is not None:
            self.add(message_of(node.exc))

    def add(self, message):
        self.keys.append(f"{self.module}:{'.'.join(self.scope)}:{message}")


def name_of(node):
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def message_of(exception):
    texts = [text_of(node) for node in ast.walk(exception) if isinstance(node, (ast.Constant, ast.JoinedStr))]
    message = next((text for text in texts if len(text) > 3), name_of(exception))
    return " ".join(message.split())[:LONGEST_MESSAGE].strip()


def text_of(node):
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(text_of(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def files():
    """The files of the places that the release has."""
    for place in PLACES:
        yield from sorted(ROOT.glob(place))


def module_of(path):
    return path.relative_to(ROOT).as_posix().removeprefix("_internal/")


def places():
    """The keys of all places, each once."""
    keys = {}
    for path in files():
        visitor = Visitor(module_of(path))
        visitor.visit(ast.parse(path.read_text()))
        keys.update(dict.fromkeys(visitor.keys))
    return list(keys)


def main():
    for place in PLACES:
        if not any(ROOT.glob(place)):
            sys.exit(f"dstack has no {place} any more")
    for _ in sys.stdin:
        print(json.dumps(places()))


if __name__ == "__main__":
    main()
