"""Writes what the installed `dstack` and `gpuhunt` know into server/src/language/catalogue/ (or the folder given):

    python scripts/catalogue.py

One function a file; to add one, write the function and name it in FILES. test/oracle/catalogue.oracle.test.ts fails
when the files are not what the packages that it finds would give.
"""

import ast
import sys
from importlib.metadata import version
from pathlib import Path

import dstack
import gpuhunt

FOLDER = Path(__file__).parent.parent / "server/src/language/catalogue"
BACKENDS = Path(dstack.__file__).parent / "_internal/core/backends"


def gpu_vendors():
    """Mirrors the sets of utils/gpu.py, but for TPUs, whose names have the number of cores in them."""
    vendors = {
        "nvidia": gpuhunt.KNOWN_NVIDIA_GPUS,
        "amd": gpuhunt.KNOWN_AMD_GPUS,
        "intel": gpuhunt.KNOWN_INTEL_ACCELERATORS,
        "tenstorrent": gpuhunt.KNOWN_TENSTORRENT_ACCELERATORS,
    }
    names = {}
    for vendor, gpus in vendors.items():
        for name in dict.fromkeys(gpu.name.lower() for gpu in gpus):
            if name in names:
                sys.exit(f"{name} is from {names[name]} and from {vendor}")
            names[name] = vendor
    return "\n".join(
        [
            "/** The vendor of each accelerator but TPUs, by its name in lower case. */",
            "export const GPU_VENDORS: Readonly<Record<string, string>> = {",
            *(f"  {key(name)}: '{vendor}'," for name, vendor in names.items()),
            "};",
        ]
    )


def gateway_backends():
    """Mirrors core/backends/features.py, which leaves out backends whose packages are not installed."""
    return "\n".join(
        [
            "/** Where gateways can run. */",
            f"export const GATEWAY_BACKENDS: readonly string[] = {listed(backends_with('ComputeWithGatewaySupport'))};",
            "",
            "/** Where gateways can do without a public IP address. */",
            f"export const PRIVATE_GATEWAY_BACKENDS: readonly string[] = {listed(backends_with('ComputeWithPrivateGatewaySupport'))};",
        ]
    )


FILES = {"gpu-vendors.ts": gpu_vendors, "gateway-backends.ts": gateway_backends}


def backends_with(feature):
    """The backends whose compute class has `feature` among its bases, near or far."""
    bases, computes = {}, {}
    for path in sorted(BACKENDS.glob("*/*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = [base.id for base in node.bases if isinstance(base, ast.Name)]
                values = class_values(node)
                if "COMPUTE_CLASS" in values:
                    computes[values["TYPE"]] = values["COMPUTE_CLASS"]

    def has_feature(name):
        return name == feature or any(map(has_feature, bases.get(name, [])))

    from dstack._internal.core.models.backends.base import BackendType

    return sorted(BackendType[type_].value for type_, compute in computes.items() if has_feature(compute))


def class_values(node):
    """The names that a class is given at its top: `TYPE = BackendType.AWS` as `{"TYPE": "AWS"}`."""
    pairs = {}
    for statement in node.body:
        target = getattr(statement, "target", None) or next(iter(getattr(statement, "targets", [])), None)
        value = getattr(statement, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, (ast.Name, ast.Attribute)):
            pairs[target.id] = value.id if isinstance(value, ast.Name) else value.attr
    return pairs


def key(name):
    return name if name.isidentifier() else f"'{name}'"


def listed(names):
    return "[" + ", ".join(f"'{name}'" for name in names) + "]"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    packages = f"dstack {version('dstack')} and gpuhunt {version('gpuhunt')}"
    for name, content in FILES.items():
        header = f"// Written by scripts/catalogue.py from {packages}. Do not edit."
        (folder / name).write_text(f"{header}\n\n{content()}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
