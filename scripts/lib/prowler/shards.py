"""Runs Prowler's tests under the plugin, some checks to a pytest process, and leaves a file of records a check."""
import collections
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import time

import rules
import source

HERE = pathlib.Path(__file__).resolve().parent
CHECKS_AT_ONCE = 12
SECONDS = 1800


def run(checkout, work, checks, count):
    """Measures the checks that have no record yet; a chunk that is cut off is measured again by the next run."""
    records = work / "records"
    records.mkdir(exist_ok=True)
    left = [name for name in checks if not (records / f"{name}.jsonl").exists()]
    chunks = [left[at:at + CHECKS_AT_ONCE] for at in range(0, len(left), CHECKS_AT_ONCE)]
    if len(left) < len(checks):
        print(f"{len(checks) - len(left)} of {len(checks)} checks were measured by an earlier run", file=sys.stderr)
    done, began, tests = 0, time.time(), tests_of(checkout)
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        for chunk in pool.map(lambda each: measured(checkout, work, each, tests), chunks):
            done += len(chunk)
            print(f"{done}/{len(left)} checks, {time.time() - began:.0f} s", file=sys.stderr, flush=True)


def tests_of(checkout):
    """{check: its test files}"""
    files = collections.defaultdict(list)
    for file in sorted(checkout.glob("tests/providers/aws/services/*/*/*_test.py")):
        if not file.name.endswith("_fixer_test.py"):
            files[source.check_of(file)].append(str(file))
    return files


def measured(checkout, work, chunk, tests):
    started = {name: work / "records" / f"{name}.part" for name in chunk}
    for part in started.values():
        part.write_text("")
    files = [file for name in chunk for file in tests[name]]
    if files:
        command = [sys.executable, "-m", "pytest", "-p", "plugin", "-p", "no:cacheprovider", "-q", "--no-header",
                   "--timeout=150", "-W", "ignore", *files]
        with open(work / "tests.log", "a") as log:
            try:
                subprocess.run(command, cwd=checkout, env=environment(checkout, work), stdin=subprocess.DEVNULL, stdout=log,
                               stderr=log, timeout=SECONDS)
            except subprocess.TimeoutExpired:
                print(f"The tests of {', '.join(chunk)} took more than {SECONDS} s and were stopped.", file=sys.stderr)
    for part in started.values():
        part.rename(part.with_suffix(".jsonl"))
    return chunk


def environment(checkout, work):
    """Credentials that no AWS knows, and none of the machine's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "PYTEST_"))}
    return {**kept, "PYTHONPATH": f"{checkout}{os.pathsep}{HERE}", "PYTHONDONTWRITEBYTECODE": "1",
            "PEER_WORK": str(work), "PEER_CLASS_PATH": f"{rules.class_path()}{os.pathsep}{work / 'classes'}",
            "MOTO_AMIS_PATH": str(work / "amis.json"), "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing", "AWS_SESSION_TOKEN": "testing", "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull}
