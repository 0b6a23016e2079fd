"""A placeholder for the program that train.dstack.yml copies to the machine."""

import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--model")
parser.add_argument("--config")
parser.add_argument("--output")
arguments, _ = parser.parse_known_args()
print(f"Would train {arguments.model} with {arguments.config} and write to {arguments.output}.")
