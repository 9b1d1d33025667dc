"""Numbers and months as people type them, and back."""

import re

from assessment.answers import InvalidAnswer
from assessment.wording import month_names
from texts import _

_NOISE = re.compile(r"[\s€%]|euro|,-+$", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+")


def read_number(question: str, typed: str) -> str:
    """Give what somebody typed ("€ 6.000,50") in the notation of `answers.parse` ("6000,50").

    Raises InvalidAnswer for "6,000": in Dutch that is six, and nobody who types it means six.
    """
    text = _NOISE.sub("", typed.strip())
    if _AMBIGUOUS.fullmatch(text):
        raise InvalidAnswer(
            question,
            _(
                "Bedoel je {thousands}? Schrijf dan {thousands}. Een komma is voor cijfers achter de komma."
            ).format(thousands=text.replace(",", ".")),
        )
    return text.replace(".", "") if _THOUSANDS.fullmatch(text) else text


def read_month(question: str, typed: str) -> str:
    """Give "september 2026", "sep 2026", "9-2026" or "2026-09" as "2026-09". Raises InvalidAnswer."""
    words = re.split(r"[\s\-/.]+", typed.strip().lower())
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    months = [word for word in words if word not in years]
    number = _month_number(months[0]) if len(words) == 2 and len(years) == 1 else None
    if number is None:
        raise InvalidAnswer(question, _("Vul een maand en een jaar in, bijvoorbeeld: september 2026."))
    return f"{years[0]}-{number:02}"


def _month_number(word: str) -> int | None:
    if word.isdigit() and 1 <= int(word) <= 12:
        return int(word)
    if word in ("mrt", "mrt."):
        return 3
    names = enumerate(month_names(), start=1)
    return next((number for number, name in names if len(word) >= 3 and name.startswith(word)), None)
