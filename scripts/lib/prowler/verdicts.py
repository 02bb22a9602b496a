"""Compares the findings of one of Prowler's checks with the verdicts of its rule, resource by resource."""
import collections
import re

ABSENT = re.compile(r"Bridge|Test\.|NotImplemented|not.{0,20}implemented|has not been implemented|HTTP status (404|501)|"
                    r"UnknownOperation|InvalidAction|not yet supported|Bad Gateway|500", re.I)
AGREE, DIFFERS, UNREAD, NONE = "agree", "differs", "unread", "none"


def last(text):
    return re.split(r"[/:]", text.rstrip("/*:"))[-1]


def matches(verdict, finding):
    resource, arn, name = verdict["resource"].lower(), finding["arn"].lower(), finding["id"].lower()
    if not resource or verdict["region"] not in ("", "global", finding["region"]) and finding["region"]:
        return False
    if resource in (arn, name) or last(resource) in (last(arn), last(name), name):
        return True
    return len(last(resource)) > 6 and last(resource) in re.split(r"[/:]", arn) + re.split(r"[/:]", name)


def worst(verdicts):
    states = {each["status"] for each in verdicts}
    return next((state for state in ("FAIL", "UNKNOWN", "PASS") if state in states), "none")


def counted(entries):
    return dict(sorted(collections.Counter(each["status"] for each in entries).items()))


def paired(findings, verdicts):
    """[(finding, its verdicts)]: those of the very ARN or id where there are such, else those whose name fits."""
    pairs = []
    for finding in findings:
        fitting = [each for each in verdicts if matches(each, finding)]
        exact = [each for each in fitting if each["resource"].lower() in (finding["arn"].lower(), finding["id"].lower())]
        pairs.append((finding, exact or fitting))
    return pairs


def by_region(findings, verdicts):
    """One finding and one verdict a region, for resources that the two call by different names."""
    pairs = []
    for region in sorted({each["region"] for each in findings}):
        theirs = [each for each in findings if each["region"] == region]
        ours = [each for each in verdicts if each["region"] in (region, "", "global")]
        pairs.append(({**theirs[0], "status": worst(theirs)}, ours))
    return pairs


def compared(record):
    """{"outcome", "pairs": [[Prowler, ours]], "by", "why"}; nothing of a resource that only one of them judges is a pair but 'none'."""
    if record["verdicts"] is None:
        return {"outcome": DIFFERS, "pairs": [], "by": "", "why": "the scan failed: " + record.get("err", "")[-200:]}
    findings = [each for each in record["findings"] if each["status"] in ("PASS", "FAIL")]
    verdicts = [each for each in record["verdicts"] if each["status"] != "NOT_APPLICABLE"]
    if record["findings"] and not findings:
        return {"outcome": NONE, "pairs": [], "by": "", "why": "Prowler asks for a person"}
    pairs, by = paired(findings, verdicts), "resource"
    if findings and verdicts and not any(ours for _, ours in pairs):
        same = counted(findings) == counted(verdicts)
        pairs, by = ([(each, [each]) for each in findings], "count") if same else (by_region(findings, verdicts), "region")
    states = [[finding["status"], worst(ours)] for finding, ours in pairs]
    if not findings:
        states = [["none", each["status"]] for each in verdicts]
    return {"outcome": outcome(states, verdicts), "pairs": states, "by": by, "why": reason(record["verdicts"], states)}


def outcome(states, verdicts):
    if all(theirs == ours for theirs, ours in states):
        return AGREE
    lost = [each for each in states if each[0] != each[1]]
    unknown = [each for each in verdicts if each["status"] == "UNKNOWN"]
    if unknown and all(ours == "UNKNOWN" for _, ours in lost) and any(ABSENT.search(each["reason"]) for each in unknown):
        return UNREAD
    return DIFFERS


def reason(verdicts, states):
    odd = {ours for theirs, ours in states if theirs != ours}
    wanted = "NOT_APPLICABLE" if odd == {"none"} else None
    texts = [each["reason"] for each in verdicts if each["reason"] and (each["status"] == wanted if wanted else each["status"] in odd)]
    return texts[0][:200] if odd and texts else ""
