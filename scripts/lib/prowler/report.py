"""Sums up what was measured: a table by check, what differs and why."""
import collections
import datetime
import json

import yaml

import verdicts

FAILED, UNSCANNED, FAKES, EDITS, OPTION, UNREAD, PERSON = (
    "Prowler's own test fails here", "the scan failed", "fakes Prowler's object", "edits Prowler's object", "sets an option of Prowler",
    "moto lacks a read of the rule", "Prowler asks for a person")
COMPARABLE = (verdicts.AGREE, verdicts.DIFFERS)


def tests(work, name):
    """[(test, class, comparison or None)] of a check, a judgement each; a test that calls no check is none."""
    file = work / "records" / f"{name}.jsonl"
    for line in file.read_text().splitlines() if file.exists() else []:
        test = json.loads(line)
        if test["outcome"] != "passed":
            yield test, FAKES if test["outcome"] == "fakes only" else FAILED, None
            continue
        for record in test["judgements"]:
            if record["check"] != name:
                continue
            if record["mocked"]:
                yield test, FAKES, None
                continue
            found = verdicts.compared(record)
            if record["verdicts"] is None:
                yield test, UNSCANNED, found
                continue
            yield test, class_of(test, record, found), found


def class_of(test, record, found):
    if test["edits"]:
        return EDITS
    if record["options"]:
        return OPTION
    return {verdicts.UNREAD: UNREAD, verdicts.NONE: PERSON}.get(found["outcome"], found["outcome"])


class Known:
    """Differences whose reason people have found, and that are no fault of a rule: check, part of a test's name, class, why."""

    def __init__(self, file):
        self.entries = (yaml.safe_load(file.read_text()) or []) if file.exists() else []
        self.used = set()

    def of(self, check, test):
        for at, entry in enumerate(self.entries):
            if entry["check"] == check and entry.get("test", "") in test:
                self.used.add(at)
                return entry
        return None

    def unused(self, checks):
        return [entry for at, entry in enumerate(self.entries) if at not in self.used and entry["check"] in checks]


def row(work, name, rule, known):
    """What is to be said of one check."""
    classes, sides, differences = collections.Counter(), set(), []
    pairs = collections.Counter()
    for test, kind, found in tests(work, name):
        entry = known.of(name, test["test"]) if kind == verdicts.DIFFERS else None
        classes[entry["class"] if entry else kind] += 1
        if kind in COMPARABLE and not entry:
            pairs.update(tuple(pair) for pair in found["pairs"])
        if kind == verdicts.AGREE:
            sides |= {theirs for theirs, _ in found["pairs"]} & {"PASS", "FAIL"}
        if kind == verdicts.DIFFERS:
            differences.append({"test": test["test"], "pairs": found["pairs"], "why": found["why"],
                                **({"known": entry["class"], "reason": entry["why"]} if entry else {})})
    result = {"rule_id": rule["rule_id"], "title": rule["title"], "decision": rule["decision"], "classes": dict(classes),
              "pairs": {f"{theirs} {ours}": count for (theirs, ours), count in pairs.items()}, "differences": differences}
    return {**result, **verdict(rule, classes, sides)}


def verdict(rule, classes, sides):
    if not rule["file"]:
        return {"verdict": "withheld", "why": rule["reason"]}
    if classes[verdicts.DIFFERS]:
        return {"verdict": "wrong", "why": ""}
    if sides:
        only = "" if len(sides) == 2 else f"only {min(sides)} was seen"
        return {"verdict": "right", "why": only}
    others = [f"{count} × {kind}" for kind, count in classes.most_common() if kind not in COMPARABLE]
    if classes[verdicts.AGREE]:
        others.insert(0, f"{classes[verdicts.AGREE]} × both without a verdict")
    return {"verdict": "not measurable", "why": "; ".join(others) or "it has no test"}


def version(checkout):
    lines = (checkout / "pyproject.toml").read_text().splitlines()
    return next((line.split('"')[1] for line in lines if line.startswith("version = ")), "unknown")


def write(checkout, work, index, known_file):
    known = Known(known_file)
    rows = {name: row(work, name, rule, known) for name, rule in index.items()}
    (work / "differences.json").write_text(json.dumps(
        {name: each for name, each in rows.items() if each["differences"]}, indent=1))
    text = page(rows, version(checkout), (work / "commit").read_text(), known.unused(rows))
    (work / "prowler.md").write_text(text)
    print(text.split("## By check")[0])
    print(f"All of it: {work / 'prowler.md'}; what differs: {work / 'differences.json'}")


def page(rows, prowler, commit, unused):
    by = collections.Counter(each["verdict"] for each in rows.values())
    classes, pairs = collections.Counter(), collections.Counter()
    for each in rows.values():
        classes.update(each["classes"])
        pairs.update(each["pairs"])
    automated = len(rows) - by["withheld"]
    measured = by["right"] + by["wrong"]
    compared = classes[verdicts.AGREE] + classes[verdicts.DIFFERS]
    lines = [
        "# Compared with Prowler's own tests", "",
        f"`scripts/compare-with-prowler`, {datetime.date.today():%-d %B %Y}, commit {commit}, Prowler {prowler}: {len(rows)} checks.", "",
        "| | checks |", "|---|---:|",
        f"| right: all comparable tests agree | {by['right']} |", f"| wrong: some comparable test differs | {by['wrong']} |",
        f"| not measurable | {by['not measurable']} |", f"| withheld: the rule is left to a person | {by['withheld']} |", "",
        f"- Automated: {automated} of {len(rows)}; measured: {measured}, of them wrong: {percent(by['wrong'], measured)}.",
        f"- Comparable tests that agree: {classes[verdicts.AGREE]} of {compared} ({percent(classes[verdicts.AGREE], compared)}).",
        "- Tests that cannot be compared: " + ("; ".join(
            f"{kind} {count}" for kind, count in classes.most_common() if kind not in COMPARABLE) or "none") + ".",
        "", "Resources (or, where their names do not match, regions) by verdict:", "", "| Prowler | ours | count |", "|---|---|---:|"]
    lines += [f"| {pair.replace(' ', ' | ')} | {count} |" for pair, count in pairs.most_common()]
    if unused:
        lines += ["", "Known reasons that nothing needed: " + ", ".join(f"{e['check']} {e.get('test', '')}".strip() for e in unused) + "."]
    lines += ["", "## By check", "", "| check | verdict | agree | differ | other tests | why |", "|---|---|---:|---:|---:|---|"]
    order = ["wrong", "not measurable", "right", "withheld"]
    for name, each in sorted(rows.items(), key=lambda item: (order.index(item[1]["verdict"]), item[0])):
        counts = each["classes"]
        others = sum(count for kind, count in counts.items() if kind not in COMPARABLE)
        lines.append(f"| {name} | {each['verdict']} | {counts.get(verdicts.AGREE, 0)} | {counts.get(verdicts.DIFFERS, 0)} | {others} | "
                     f"{each['why'] or differing(each)} |".replace("\n", " "))
    return "\n".join(lines) + "\n"


def differing(each):
    """Of each differing test: its name, and Prowler's verdict and ours where they part."""
    parts = []
    for one in each["differences"]:
        odd = sorted({f"{theirs} → {ours}" for theirs, ours in one["pairs"] if theirs != ours})
        known = f" ({one['known']}: {one['reason']})" if "known" in one else ""
        parts.append(f"{one['test']}: {', '.join(odd) or one['why']}{known}".replace("|", "/"))
    return "; ".join(parts)


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "none measured"
