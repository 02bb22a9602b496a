"""Prowler's checks as rules of this program: imported, generated, and one rule file a check."""
import collections
import glob
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

import yaml

PROJECT = pathlib.Path(__file__).resolve().parents[3]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
OPTIONS_OF_JAVA = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx400m"]


def class_path():
    return os.environ.get("RULE_BATCH_CLASSPATH") or str(PROJECT / "target/batch.jar")


def state(checkout):
    """Changes with the program and with Prowler: what was measured with another one says nothing."""
    digest = hashlib.sha256(str(checkout).encode())
    for entry in class_path().split(os.pathsep):
        files = [entry] if os.path.isfile(entry) else sorted(glob.glob(f"{entry}/**", recursive=True))
        for file in filter(os.path.isfile, files):
            stat = os.stat(file)
            digest.update(f"{file} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    digest.update((checkout / "pyproject.toml").read_bytes())
    return digest.hexdigest()


def prepared(checkout, work, fresh):
    """Makes the rules, unless they are there for this state; {check: rule_id, title, decision, reason, file or None}."""
    mark, now = work / "state", state(checkout)
    if fresh or not mark.exists() or mark.read_text() != now:
        for folder in ("rules", "output", "single", "records", "jobs", "classes"):
            shutil.rmtree(work / folder, ignore_errors=True)
        mark.unlink(missing_ok=True)
        (work / "jobs").mkdir(parents=True)
        generate(checkout, work)
        split(work)
        compile_warm_program(work)
        (work / "amis.json").write_text(json.dumps(images(checkout)))
        (work / "commit").write_text(commit())
        mark.write_text(now)
    return json.loads((work / "single/index.json").read_text())


def commit():
    answer = subprocess.run(["git", "-C", PROJECT, "describe", "--always", "--dirty", "--abbrev=9"], capture_output=True, text=True)
    return answer.stdout.strip() or "unknown"


def program(work, *arguments):
    """Runs this program; its exit code 1 only says that some rules need a person."""
    with open(work / "program.log", "a") as log:
        command = ["java", *OPTIONS_OF_JAVA, "-cp", class_path(), "org.rulebatch.RuleBatch", *arguments]
        code = subprocess.run(command, stdout=log, stderr=log).returncode
    if code not in (0, 1):
        sys.exit(f"{arguments[0]} ended with {code}; see {work / 'program.log'}.")


def generate(checkout, work):
    print("Importing Prowler's checks and generating their rules", file=sys.stderr)
    program(work, "import", "prowler", f"{checkout}/prowler/providers/aws/services", f"--rules-dir={work}/rules")
    program(work, "--job=generateRules", "--generator=embedded", f"--rules-dir={work}/rules", f"--jobs-dir={work}/jobs",
            f"--output-dir={work}/output")


def checks_of_rules(work):
    """{rule id: names of Prowler's checks}; import writes them as compliance entries."""
    names = {}
    for file in glob.glob(f"{work}/rules/*/metadata/*.yaml"):
        rule = yaml.load(pathlib.Path(file).read_text(), LOADER)
        prefix = "prowler_"
        names[rule["rule_id"]] = [c[len(prefix):] for c in rule.get("compliance", []) if c.startswith(prefix)]
    return names


def split(work):
    """A test's state is scanned with the rule of its check alone, so each check gets a file with just what it needs."""
    names, index = checks_of_rules(work), {}
    decided = json.loads((work / "output/summary/all_validated_requirements.json").read_text())
    for rule in (rule for service in decided.values() for rule in service):
        for name in names.get(rule["rule_id"], []):
            index[name] = {"rule_id": rule["rule_id"], "title": rule["title"], "decision": rule["decision"],
                           "reason": rule.get("reason") or "", "file": None}
    (work / "single").mkdir()
    for file in sorted(glob.glob(f"{work}/output/summary/all_generated_yamls/*_generated.yaml")):
        document = yaml.load(pathlib.Path(file).read_text(), LOADER)
        for check in document["checks"]:
            for name in names.get(check["rule_id"], []):
                index[name]["file"] = f"{work}/single/{name}.yaml"
                alone = {**document, "discovery": needed(document, check), "checks": [check]}
                pathlib.Path(index[name]["file"]).write_text(yaml.safe_dump(alone, sort_keys=False, width=1000))
    (work / "single/index.json").write_text(json.dumps(index, indent=1))


def needed(document, check):
    """The discoveries of a check: those that its text names, and those that they start from."""
    by_id = {each["discovery_id"]: each for each in document["discovery"]}
    found = collections.deque(named(check, by_id))
    wanted = set()
    while found:
        name = found.pop()
        if name in by_id and name not in wanted:
            wanted.add(name)
            found.extend(named(by_id[name], by_id))
    return [each for each in document["discovery"] if each["discovery_id"] in wanted] or document["discovery"]


def named(part, by_id):
    text = json.dumps(part, default=str)
    return [name for name in by_id if f'"{name}"' in text]


def compile_warm_program(work):
    source = pathlib.Path(__file__).with_name("WarmProgram.java")
    subprocess.run(["javac", "-proc:none", "-nowarn", "-cp", class_path(), "-d", work / "classes", source], check=True)


def images(checkout):
    """Of moto's hundreds of machine images, those that Prowler's tests name: moto loads them anew for each test."""
    from moto.ec2.models.amis import AMIS as every

    named = set()
    for file in (checkout / "tests/providers/aws").rglob("*.py"):
        text = file.read_text()
        if "ami-" in text:
            named.update(image["ami_id"] for image in every if image["ami_id"] in text)
    return [image for image in every if image["ami_id"] in named] or every[:1]
