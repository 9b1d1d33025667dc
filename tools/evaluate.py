"""`python -m tools evaluate FILE.yaml`: weigh answers from a file and print the outcome as JSON."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assessment.amounts import InvalidAnswer
from assessment.answers import KNOWN_BY, Reply
from assessment.cases import read_answers
from assessment.costs.comparison import compare
from assessment.costs.export import costs_json
from assessment.costs.result import Comparison
from assessment.evaluation import evaluate
from assessment.faults import FrameworkFaults
from assessment.framework import Framework
from assessment.outcome import Outcome
from assessment.snapshot import outcome_json
from assessment.strict_yaml import read
from services import frameworks
from services.errors import UnknownFramework
from texts import TOOLS_LANGUAGE, speaking

if TYPE_CHECKING:
    from argparse import _SubParsersAction

# What the files of the field call things, beside our own names.
ANSWERS = ("answers", "antwoorden")
FIRST_USE = {"eerste_gebruik": "i_eerste_gebruik"}


class WrongInput(Exception):
    """A file that cannot be weighed; the text says why."""


def register(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "evaluate", help="weigh answers from a YAML file and print the outcome as JSON"
    )
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--on", type=date.fromisoformat, help="reference date (YYYY-MM-DD); today when left out"
    )
    parser.add_argument("--framework", help="framework version; the newest when left out")
    parser.set_defaults(run=run)


def run(chosen: Namespace) -> int:
    """Weigh the file; on a fault print it to stderr, nothing to stdout, and give 2."""
    on = chosen.on or datetime.now(UTC).date()
    try:
        framework = frameworks.get(chosen.framework) if chosen.framework else frameworks.current()
        result = _weigh(framework, _content(chosen.file), on)
    except (WrongInput, UnknownFramework, FrameworkFaults) as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(result, ensure_ascii=False, indent=2))
    return 0


def _content(path: Path) -> Mapping[str, Any]:
    try:
        with speaking(TOOLS_LANGUAGE):
            document, faults = read(path, str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongInput(f"{path}: cannot be read: {error}.") from error
    if faults:
        raise WrongInput("\n".join(str(fault) for fault in faults))
    if not isinstance(document.data, dict):
        raise WrongInput(f"{path}: has no 'answers:' and no 'cases:'.")
    return document.data


def _weigh(framework: Framework, content: Mapping[str, Any], on: date) -> dict[str, Any]:
    if "cases" not in content:
        return _weigh_one(framework, content, on, "the file")
    results: dict[str, Any] = {}
    cases = content["cases"] or []
    if not isinstance(cases, list):
        raise WrongInput("'cases:' is no list.")
    for number, case in enumerate(cases, start=1):
        if not isinstance(case, dict) or "id" not in case:
            raise WrongInput(f"case number {number} has no 'id'.")
        results[str(case["id"])] = _weigh_one(framework, case, on, f"case '{case['id']}'")
    return results


def _weigh_one(framework: Framework, content: Mapping[str, Any], on: date, name: str) -> dict[str, Any]:
    key = next((key for key in ANSWERS if key in content), None)
    if key is None or not isinstance(content[key] or {}, dict):
        raise WrongInput(f"{name} has no 'answers:' with question ids and answers.")
    raw = dict(content[key] or {})
    for field, question in FIRST_USE.items():
        if field in content:
            raw.setdefault(question, str(content[field]))
    try:
        outcome = evaluate(framework, read_answers(framework, raw), on)
    except InvalidAnswer as error:
        raise WrongInput(f"{name}: {error}") from error
    return outcome_json(outcome) | _costs(outcome, _known_by(framework, content, name))


def _known_by(framework: Framework, content: Mapping[str, Any], name: str) -> Mapping[str, str]:
    known_by = content.get("known_by") or {}
    if not isinstance(known_by, dict):
        raise WrongInput(f"{name}: 'known_by:' has no question ids.")
    for question, how in known_by.items():
        if question not in framework.questions or how not in KNOWN_BY:
            known = ", ".join(KNOWN_BY)
            raise WrongInput(
                f"{name}: 'known_by:' has '{question}: {how}', and must have a question and one of {known}."
            )
    return known_by


def _costs(outcome: Outcome, known_by: Mapping[str, str]) -> dict[str, Any]:
    """Compare the costs when all amounts are there; `known_by` tells of which one is sure."""
    replies = {name: Reply(value, known_by=known_by.get(name)) for name, value in outcome.answers.items()}
    found = compare(outcome, replies)
    return {"costs": costs_json(found)} if isinstance(found, Comparison) else {}
