"""`python -m knowledge.reviewing bind|lint`: keep the entry files true to what the readers read.

bind  computes the records of every entry anew and rewrites the files that changed
lint  prints every finding; exit status 1 where there is one
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from knowledge.errors import MadoguchiError
from knowledge.knowledgebase import PACKAGE, load_plans
from knowledge.reviewing.lint import lint
from knowledge.reviewing.loading import load_faq
from knowledge.reviewing.maintenance import bind_file


def main() -> int:
    """Run a task and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.reviewing", description=__doc__)
    parser.add_argument("task", choices=("bind", "lint"))
    parser.add_argument("--root", type=Path, default=PACKAGE, help="folder of catalog.toml, faq/")
    arguments = parser.parse_args()
    try:
        return _run(arguments.task, arguments.root)
    except MadoguchiError as error:
        print(error, file=sys.stderr)
        return 2


def _run(task: str, root: Path) -> int:
    known = load_plans(root)
    sources, readings = known.sources, known.readings
    if task == "bind":
        for path in sorted((root / "faq").glob("*.jsonl")):
            print(f"{path.name}: {bind_file(path, sources, readings)} entries bound anew")
        return 0
    findings = lint(load_faq(root / "faq", sources, readings), known.plans, sources, readings)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
