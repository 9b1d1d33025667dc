"""A pre-scan DPIA or a DPIA as a file that the form tool of the government opens."""

import json
from datetime import UTC, datetime
from typing import Any

from assessment.outcome import Outcome
from assessment.publication.dpia_filling import Value, answers
from assessment.publication.dpia_form import tasks
from assessment.publication.dpia_parts import Form

FORMAT = "https://github.com/MinBZK/par-dpia-form/blob/main/schemas/assessment-output.v2.schema.json"


def dpia_form_data(outcome: Outcome, form: Form, municipality: str, moment: datetime) -> dict[str, Any]:
    """Give the form in the way in which the tool saves it; `moment` is when our answers changed last."""
    at = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")

    def told(value: Value) -> dict[str, Any]:
        return {"value": value, "lastEditedAt": at}

    found: dict[str, Any] = {}
    for name, value in answers(outcome, form, municipality).items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            found[name] = [
                {"_index": index, **{cell: told(said) for cell, said in item.items()}}
                for index, item in enumerate(value)
                if isinstance(item, dict)
            ]
        else:
            found[name] = {"value": value, "lastEditedAt": at}
    return {"$schema": FORMAT, "metadata": {"urn": tasks().of(form).urn, "createdAt": at}, "answers": found}


def dpia_form_json(outcome: Outcome, form: Form, municipality: str, moment: datetime) -> bytes:
    """Write it as JSON."""
    data = dpia_form_data(outcome, form, municipality, moment)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
