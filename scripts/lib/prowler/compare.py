"""Compares generated rules with Prowler's checks; scripts/compare-with-prowler sets up the environment and starts it."""
import argparse
import pathlib
import random
import sys

import report
import rules
import shards

KNOWN = pathlib.Path(__file__).resolve().parents[3] / "docs/measured/prowler-known.yaml"


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/compare-with-prowler")
    parser.add_argument("checkout", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--checks", help="only these, with a comma between")
    parser.add_argument("--sample", type=int, help="only that many, drawn at random")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--shards", type=int, default=2, help="how many tests run at once")
    parser.add_argument("--fresh", action="store_true", help="forget what an earlier run measured")
    return parser.parse_args()


def chosen(options, index):
    """The checks in the order in which they are measured: names in --checks, a draw with --sample, else all, shuffled."""
    names = sorted(index)
    if options.checks:
        asked = options.checks.split(",")
        unknown = [name for name in asked if name not in index]
        if unknown:
            sys.exit(f"--checks: Prowler has no check {', '.join(unknown)}, or it was not imported.")
        return asked
    shuffled = random.Random(options.seed).sample(names, len(names))
    return shuffled[: options.sample] if options.sample else shuffled


def main():
    options = arguments()
    checkout, work = options.checkout.resolve(), options.work.resolve()
    index = rules.prepared(checkout, work, options.fresh)
    checks = chosen(options, index)
    runnable = [name for name in checks if index[name]["file"]]
    shards.run(checkout, work, runnable, options.shards)
    report.write(checkout, work, {name: index[name] for name in sorted(checks)}, KNOWN)


if __name__ == "__main__":
    main()
