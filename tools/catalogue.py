"""Writes what the installed `dstack` and `gpuhunt` know into server/src/language/catalogue/ (or the folder given):

    python tools/catalogue.py

One function a file; to add one, write the function and name it in FILES. test/oracle/catalogue.oracle.test.ts fails
when the files are not what the packages that it finds would give.
"""

import ast
import re
import sys
from importlib.metadata import version
from pathlib import Path

import dstack
import gpuhunt

FOLDER = Path(__file__).parent.parent / "server/src/language/catalogue"
BACKENDS = Path(dstack.__file__).parent / "_internal/core/backends"
PROVIDERS = Path(gpuhunt.__file__).parent / "providers"


def gpus():
    """Mirrors the lists of _internal/constraints.py of gpuhunt. It has no names for the architectures of NVIDIA."""
    known = {}
    for gpu in gpuhunt.KNOWN_ACCELERATORS:
        if gpu.vendor == gpuhunt.AcceleratorVendor.GOOGLE:
            continue
        entry = known.setdefault(gpu.name.lower(), {"name": gpu.name, "vendor": gpu.vendor.value, "memory": []})
        if entry["vendor"] != gpu.vendor.value:
            sys.exit(f"{gpu.name} is from {entry['vendor']} and from {gpu.vendor.value}")
        entry["memory"].append(gpu.memory)
        if capability := getattr(gpu, "compute_capability", None):
            entry["computeCapability"] = "{}.{}".format(*capability)
        if architecture := getattr(gpu, "architecture", None):
            entry["architecture"] = architecture.value
    specs = constant(PROVIDERS / "gcp.py", "TPU_HARDWARE_SPECS")
    sizes = {tpu.name: [] for tpu in gpuhunt.KNOWN_TPUS}
    for spec in specs:
        generation, size = spec["name"].rsplit("-", 1)
        sizes[generation].append(int(size))
    return "\n".join(
        [
            "export interface Gpu {",
            "  /** As gpuhunt writes it; dstack accepts any letter case. */",
            "  readonly name: string;",
            "  readonly vendor: string;",
            "  /** The sizes in GB that exist under this name. */",
            "  readonly memory: readonly number[];",
            "  /** Of CUDA, so only NVIDIA has it. */",
            "  readonly computeCapability?: string;",
            "  /** Known of AMD alone. */",
            "  readonly architecture?: string;",
            "}",
            "",
            "/** Each accelerator but TPUs, by its name in lower case. */",
            "export const GPUS: Readonly<Record<string, Gpu>> = {",
            *(f"  {key(name)}: {literal(entry)}," for name, entry in known.items()),
            "};",
            "",
            "/** The sizes of each generation of TPUs that fit on one host: `v5litepod` with 8 is `v5litepod-8`. */",
            "export const TPUS: Readonly<Record<string, readonly number[]>> = {",
            *(f"  {name}: {literal(numbers)}," for name, numbers in sizes.items()),
            "};",
        ]
    )


def regions():
    """Mirrors the lists of the backends' configurators, and what gpuhunt has if they have none."""
    places = {
        "aws": [value for _, value in constant(BACKENDS / "aws/configurator.py", "REGIONS")],
        "azure": [value for _, value in constant(BACKENDS / "azure/configurator.py", "LOCATIONS")],
        "daytona": [constant(PROVIDERS / "daytona.py", "GPU_REGION")],
        "gcp": [name for place in constant(BACKENDS / "gcp/configurator.py", "LOCATIONS") for name in place["regions"]],
        "hotaisle": mentioned("hotaisle", r"[a-z]+-[a-z]+-\d"),
        "jarvislabs": constant(PROVIDERS / "jarvislabs.py", "JARVISLABS_REGION_URLS"),
        "nebius": [fabric[2] for fabric in constant(PROVIDERS / "nebius.py", "INFINIBAND_FABRICS")],
        "oci": constant(BACKENDS / "oci/configurator.py", "SUPPORTED_REGIONS"),
    }
    zones = [place["default_zone"] for place in constant(BACKENDS / "gcp/configurator.py", "LOCATIONS")]
    return "\n".join(
        [
            "/**",
            " * The regions of each backend of which the packages have a list. Those that are missing here are asked over the",
            " * network (lambda, runpod, vultr and so on) or have none (kubernetes, slurm).",
            " */",
            *by_backend("REGIONS", {name: sorted(set(values)) for name, values in places.items()}),
            "",
            "/** Some availability zones: for each continent the zone of GCP that dstack prefers. There is no complete list. */",
            *by_backend("AVAILABILITY_ZONES", {"gcp": sorted(zones)}),
        ]
    )


def instance_types():
    """The names that tables and comparisons mention, since no package has a list."""
    found = {
        "aws": mentioned("aws", r"[a-z]+\d\w*\.(\d*x?large|micro|medium)"),
        "gcp": mentioned("gcp", r"(a\d|g\d)-\w+-\d+g?"),
        "oci": mentioned("oci", r"(BM|VM)\..*\.\d"),
        "vultr": mentioned("vultr", r"v(bm|cg)-[\w-]+-(gpu|\d+vram)"),
    }
    gateways = {name: [constant(BACKENDS / name / "compute.py", "DEFAULT_GATEWAY_INSTANCE_TYPE")] for name in ("aws", "gcp")}
    found = {name: [type_ for type_ in types if type_ not in gateways.get(name, [])] for name, types in found.items()}
    return "\n".join(
        [
            "/**",
            " * Some instance types with GPUs of some backends: those that the packages mention, for they have no list. dstack asks",
            " * the clouds.",
            " */",
            *by_backend("INSTANCE_TYPES", found),
            "",
            "/** The default instance types of gateways. On Azure, the type cannot be chosen. */",
            *by_backend("GATEWAY_INSTANCE_TYPES", gateways),
        ]
    )


def gateway_backends():
    """Mirrors core/backends/features.py, which leaves out backends whose packages are not installed."""
    return "\n".join(
        [
            "/** The backends in which gateways can run. */",
            f"export const GATEWAY_BACKENDS: readonly string[] = {listed(backends_with('ComputeWithGatewaySupport'))};",
            "",
            "/** The backends whose gateways may have no public IP address. */",
            f"export const PRIVATE_GATEWAY_BACKENDS: readonly string[] = {listed(backends_with('ComputeWithPrivateGatewaySupport'))};",
        ]
    )


FILES = {
    "gateway-backends.ts": gateway_backends,
    "gpus.ts": gpus,
    "instance-types.ts": instance_types,
    "regions.ts": regions,
}


def backends_with(feature):
    """The backends whose compute class has `feature` among its direct or indirect bases."""
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


def constant(path, name):
    """The last value that a module gives to a name at its top. The module is not imported, since it needs a cloud's SDK."""
    for statement in reversed(ast.parse(path.read_text()).body):
        targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return plain(statement.value)
    sys.exit(f"{path} has no {name}")


def plain(node):
    """A literal; a call as its keyword arguments or else as the list of its arguments, `frozenset([1])` as `[1]`."""
    if isinstance(node, ast.Call):
        if node.keywords:
            return {argument.arg: plain(argument.value) for argument in node.keywords}
        arguments = [plain(argument) for argument in node.args]
        return arguments[0] if len(arguments) == 1 else arguments
    if isinstance(node, ast.List):
        return [plain(item) for item in node.elts]
    return ast.literal_eval(node)


def mentioned(backend, pattern):
    """The texts in the modules of a backend that match the whole pattern, sorted."""
    paths = [PROVIDERS / f"{backend}.py", *sorted((BACKENDS / backend).glob("*.py"))]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text()))]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return sorted(text for text in texts if re.fullmatch(pattern, text))


def by_backend(name, lists):
    return [
        f"export const {name}: Readonly<Record<string, readonly string[]>> = {{",
        *(f"  {key(backend)}: {listed(values)}," for backend, values in lists.items()),
        "};",
    ]


def literal(value):
    """As TypeScript writes it, on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name}: {literal(item)}" for name, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return f"'{value}'" if isinstance(value, str) else str(value)


def key(name):
    return name if name.isidentifier() else f"'{name}'"


def listed(names):
    return "[" + ", ".join(f"'{name}'" for name in names) + "]"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    packages = f"dstack {version('dstack')} and gpuhunt {version('gpuhunt')}"
    for name, content in FILES.items():
        header = f"// Written by tools/catalogue.py from {packages}. Do not edit."
        (folder / name).write_text(f"{header}\n\n{content()}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
