"""A pytest plugin: when a check of Prowler has judged the state of a test, the rule of that check judges it too.

Where moto holds the state, moto's own server serves it, and the program scans it over HTTP as it would scan AWS. Where the test patches
boto3, the engine reads through bridge.py. Both verdicts are appended to records/<check>.part, a line a judgement.
"""
import contextlib
import datetime
import functools
import inspect
import json
import os
import pathlib
import sys
import unittest.mock

import botocore.client
import botocore.loaders
import pytest
from moto import mock_aws
from moto.core.models import MockAWS
from moto.server import ThreadedMotoServer

from bridge import Bridge
from source import Source, check_of
from warm import WarmProgram

WORK = pathlib.Path(os.environ["PEER_WORK"])
INDEX = json.loads((WORK / "single/index.json").read_text())
MAKE_API_CALL = botocore.client.BaseClient._make_api_call
# Each test makes sessions, and each session reads its models from the disk.
botocore.loaders.JSONFileLoader.load_file = functools.lru_cache(maxsize=None)(botocore.loaders.JSONFileLoader.load_file)


class Peer:
    """What is at work for all tests of this process, and what is known of the test at work."""

    def __init__(self):
        self.program, self.bridge = WarmProgram(), Bridge()
        self.moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self.moto.start()
        self.regions, self.options, self.judgements = [], [], []

    def begin(self):
        self.regions, self.options, self.judgements = [], [], []

    def set_up(self, provider, arguments):
        """Notes what the test asks of Prowler's provider: regions, and options that no rule's text knows."""
        self.regions = sorted(provider._identity.audited_regions or [], key=lambda name: (name != "us-east-1", name))
        if arguments.get("audit_config"):
            self.options.append("audit_config " + str(arguments["audit_config"])[:200])
        if arguments.get("scan_unused_services") is False:
            self.options.append("scan_unused_services=False")
        return provider

    def judge(self, check, findings):
        name = type(check).__name__
        rule = INDEX.get(name)
        if rule is None or not rule["file"]:
            return
        clients = clients_of(check)
        in_moto = bool(MockAWS._mocks_active and MockAWS._nested_count > 0)
        patched = botocore.client.BaseClient._make_api_call is not MAKE_API_CALL
        mocked = not clients or any(is_mock(each) for each in clients.values())
        record = {"check": name, "options": self.options + unused_services(clients), "mocked": mocked or not (in_moto or patched),
                  "way": "patched boto3" if patched else "moto",
                  "findings": [{"status": str(each.status), "region": str(getattr(each, "region", "")),
                                "id": str(getattr(each, "resource_id", "")), "arn": str(getattr(each, "resource_arn", "")),
                                "text": str(getattr(each, "status_extended", ""))[:300]} for each in findings or []]}
        if not record["mocked"]:
            record.update(self.scan(rule["file"], self.regions or ["us-east-1"], in_moto, patched))
        self.judgements.append(record)

    def scan(self, rules, regions, in_moto, patched):
        with contextlib.ExitStack() as stack:
            if not in_moto:
                own = mock_aws()
                own.start(reset=False)
                stack.callback(own.stop, remove_data=False)
            return self.read_in_test(rules, regions) if patched else self.scan_moto(rules, regions)

    def scan_moto(self, rules, regions):
        host, port = self.moto.get_host_and_port()
        reply = self.program.ask({"arguments": [
            "scan", f"--rules={rules}", "--regions=" + ",".join(regions), "--format=json", f"--jobs-dir={WORK / 'jobs'}",
            f"--aws.endpoint-url=http://127.0.0.1:{port}", "--aws.max-attempts=1", "--aws.calls-per-second=1000"]})
        try:
            verdicts = json.loads(reply.get("out", ""))
        except ValueError:
            return {"verdicts": None, "err": reply["err"][-600:]}
        return {"verdicts": [{part: each[part] for part in ("status", "region", "resource", "reason")} for each in verdicts]}

    def read_in_test(self, rules, regions):
        self.bridge.calls.clear()
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        reply = self.program.ask({"rules": rules, "regions": regions, "reads": self.bridge.url, "now": now})
        return {"verdicts": reply.get("verdicts"), "err": reply.get("err", ""), "calls": self.bridge.calls[:20]}

    def end(self):
        self.program.stop()
        self.moto.stop()


PEER = Peer()


def is_mock(value):
    mock = unittest.mock.NonCallableMock
    return isinstance(value, mock) or inspect.isclass(value) and issubclass(value, mock)


def clients_of(check):
    """The service objects that the check's module reads, by name."""
    return {name: value for name, value in vars(sys.modules[type(check).__module__]).items()
            if (name.endswith("_client") or name == "client") and not inspect.ismodule(value)
            and (is_mock(value) or not inspect.isclass(value))}


def unused_services(clients):
    off = any(getattr(getattr(each, "provider", None), "_scan_unused_services", True) is False for each in clients.values())
    return ["scan_unused_services=False"] if off else []


def judging(execute):
    @functools.wraps(execute)
    def with_peer(check):
        findings = execute(check)
        PEER.judge(check, findings)
        return findings

    with_peer.judged = True
    return with_peer


def pytest_configure(config):
    import prowler.lib.check.models as models
    import tests.providers.aws.utils as utils

    begin, provide = models.Check.__init__, utils.set_mocked_aws_provider

    def __init__(check, **data):
        begin(check, **data)
        if not getattr(type(check).execute, "judged", False):
            type(check).execute = judging(type(check).execute)

    @functools.wraps(provide)
    def set_mocked_aws_provider(*positional, **named):
        return PEER.set_up(provide(*positional, **named), inspect.signature(provide).bind(*positional, **named).arguments)

    models.Check.__init__ = __init__
    utils.set_mocked_aws_provider = set_mocked_aws_provider


def pytest_collection_modifyitems(items):
    """A test that only fakes the service object takes long and reaches no API: it is counted and not run."""
    kept = []
    for item in items:
        if Source.of(item.path).fakes_only(item.function.__name__):
            write(check_of(item.path), {"test": name_of(item), "outcome": "fakes only", "edits": [], "judgements": []})
        else:
            kept.append(item)
    items[:] = kept


def pytest_runtest_setup(item):
    PEER.begin()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    if report.when == "call" or report.failed and report.when == "setup":
        write(check_of(item.path), {"test": name_of(item), "outcome": report.outcome, "why": str(report.longrepr)[-300:] if report.failed else "",
                               "edits": Source.of(item.path).edits(item.function.__name__), "judgements": PEER.judgements})


def pytest_unconfigure(config):
    PEER.end()


def name_of(item):
    return item.nodeid.split("::")[-1]


def write(check, record):
    with open(WORK / "records" / f"{check}.part", "a") as out:
        out.write(json.dumps(record) + "\n")
