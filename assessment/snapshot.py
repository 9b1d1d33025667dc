"""The outcome as data: for other programs, and frozen with hashes so that it can be recomputed."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from assessment.answers import dump
from assessment.outcome import DimensionOutcome, InstrumentOutcome, Outcome


@dataclass(frozen=True)
class Frozen:
    """A frozen outcome: canonical JSON, and SHA-256 hashes of the answers and of everything."""

    content: str
    answers_hash: str
    hash: str


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Give an outcome as JSON-able data, the shape of `python -m tools evaluate`."""
    return {
        "framework": outcome.framework.version,
        "hash": outcome.framework.hash,
        "on": outcome.on.isoformat(),
        "dimensions": {name: _dimension(dimension) for name, dimension in outcome.dimensions.items()},
        "instruments": {name: _instrument(instrument) for name, instrument in outcome.instruments.items()},
        "stop_signals": [signal.id for signal in outcome.stop_signals],
        "open_safeguards": [safeguard.id for safeguard in outcome.open_safeguards],
        "actions": [{"question": action.question, "owner": action.owner} for action in outcome.actions],
    }


def freeze(outcome: Outcome) -> Frozen:
    """Freeze an outcome. Equal framework, answers and day give equal hashes, on any machine."""
    answers = {question: dump(value) for question, value in outcome.answers.items()}
    content = canonical({"answers": answers, "outcome": outcome_json(outcome)})
    return Frozen(content=content, answers_hash=sha256(canonical(answers)), hash=sha256(content))


def canonical(data: object) -> str:
    """Write JSON in one fixed way: sorted keys, no spaces, no escapes."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(text: str) -> str:
    """Give the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _dimension(outcome: DimensionOutcome) -> dict[str, Any]:
    return {
        "at_least": outcome.at_least,
        "at_most": outcome.at_most,
        "raised_by": list(outcome.raised_by),
        "open_questions": list(outcome.open_questions),
    }


def _instrument(outcome: InstrumentOutcome) -> dict[str, Any]:
    coming = outcome.coming
    return {
        "at_least": outcome.at_least,
        "at_most": outcome.at_most,
        "coming": {"level": coming.level, "from": coming.starts.isoformat()} if coming else None,
        "raised_by": list(outcome.raised_by),
    }
