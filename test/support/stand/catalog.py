"""Writes a small price catalogue in the layout of GPUHUNT_CATALOG_URL: a folder, and in it `all.zip` for gpuhunt before
0.1.30, whose URL is that of one file. The prices are the test's, not those of AWS.

    catalog.py FOLDER
"""

import csv
import io
import pathlib
import sys
import zipfile

FIELDS = [
    "instance_name", "location", "price", "cpu", "memory", "gpu_count", "gpu_name", "gpu_memory",
    "spot", "disk_size", "gpu_vendor", "flags", "cpu_arch", "provider_data",
]  # fmt: skip

# gpuhunt loads all of these, and fails if one is missing.
PROVIDERS = ["aws", "azure", "verda", "gcp", "lambdalabs", "nebius", "oci", "runpod", "cloudrift"]

# Name, price per hour, CPUs, GB of memory, number of GPUs, GPU, GB of its memory.
INSTANCES = [
    ("m5.large", 0.096, 2, 8, 0, "", ""),
    ("m5.2xlarge", 0.384, 8, 32, 0, "", ""),
    ("c5.4xlarge", 0.68, 16, 32, 0, "", ""),
    ("g4dn.xlarge", 0.526, 4, 16, 1, "T4", 16),
    ("g4dn.12xlarge", 3.912, 48, 192, 4, "T4", 16),
    ("g5.xlarge", 1.006, 4, 16, 1, "A10G", 24),
    ("g5.12xlarge", 5.672, 48, 192, 4, "A10G", 24),
    ("g6e.xlarge", 1.861, 4, 32, 1, "L40S", 48),
    ("p4d.24xlarge", 32.773, 96, 1152, 8, "A100", 40),
    ("p4de.24xlarge", 40.966, 96, 1152, 8, "A100", 80),
    ("p5.48xlarge", 98.32, 192, 2048, 8, "H100", 80),
]

# Each with the factor of its prices.
REGIONS = [("us-east-1", 1.0), ("eu-west-1", 1.1)]
SPOT = 0.35


def rows():
    for region, factor in REGIONS:
        for name, price, cpus, memory, count, gpu, gpu_memory in INSTANCES:
            for spot in (False, True):
                cost = round(price * factor * (SPOT if spot else 1), 4)
                vendor = "nvidia" if count else ""
                size = float(gpu_memory) if gpu_memory else ""
                yield [name, region, cost, cpus, float(memory), count, gpu, size, spot, "", vendor, "", "x86", "{}"]


def main(root: pathlib.Path):
    for provider in PROVIDERS:
        folder = root / provider / "1"
        folder.mkdir(parents=True, exist_ok=True)
        (root / provider / "version").write_text("1")
        table = io.StringIO()
        writer = csv.writer(table)
        writer.writerow(FIELDS)
        writer.writerows(rows() if provider == "aws" else [])
        for file, mode in ((folder / "catalog.zip", "w"), (root / "all.zip", "a")):
            with zipfile.ZipFile(file, mode) as archive:
                archive.writestr(f"{provider}.csv", table.getvalue())


main(pathlib.Path(sys.argv[1]))
