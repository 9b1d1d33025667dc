"""What the tests of the questions on costs and those of the page on costs share."""

import re
from decimal import Decimal

from assessment.answers import Value
from assessment.cases import read_answers
from assessment.own_lines import OwnLine
from services import frameworks
from tests.pages.conftest import CASES

SERVER = OwnLine("Huur van een server", "yearly", Decimal(12000), None)
NO_NUMBER = re.compile(r"\b(nan|inf|infinity|none)\b", re.IGNORECASE)


def answers_of(case: str) -> dict[str, Value]:
    """Give the answers of a worked case."""
    return dict(read_answers(frameworks.current(), CASES[case].answers))
