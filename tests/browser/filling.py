"""Fill in a question as a person would, whatever its kind."""

from collections.abc import Mapping

from assessment.amounts import Estimate
from assessment.answers import UNKNOWN, Value
from assessment.months import month_text
from assessment.wording import answer_text
from tests.browser.screen import Screen


def fill(screen: Screen, question: str, value: Value) -> None:
    """Give this answer, and wait until the page says that it is saved."""
    asked = screen.framework.questions[question]
    before = screen.saves()
    if asked.kind == "multi":
        for option in value:
            screen.part(question).get_by_role(
                "button", name=asked.option(str(option)).text, exact=True
            ).click()
            screen.wait_saved(before)
            before = screen.saves()
    elif asked.kind == "single":
        screen.answer(question, str(value))
    elif asked.kind == "scale":
        mark = "Weet ik niet" if value == UNKNOWN else str(value)
        screen.part(question).get_by_text(mark).first.click()
        screen.wait_saved(before)
    elif value == UNKNOWN:
        screen.part(question, "weet-niet").get_by_text("Weet ik niet").click()
        screen.wait_saved(before)
    else:
        for part, text in _typed(screen, question, value).items():
            screen.field(question, part).fill(text)
            screen.page.keyboard.press("Tab")
        screen.wait_saved(before)
    screen.settle()


def fill_step(screen: Screen, answers: Mapping[str, Value]) -> list[str]:
    """Answer everything the step on the screen asks, as far as `answers` goes; return the questions answered.

    One question at a time, because an answer may bring up another question.
    """
    done: list[str] = []
    while question := next((q for q in asked(screen) if q in answers and q not in done), None):
        fill(screen, question, answers[question])
        done.append(question)
    return done


def asked(screen: Screen) -> list[str]:
    """Return the questions on the screen, in order."""
    found: list[str] = screen.page.evaluate(
        "[...document.querySelectorAll(':is(h2, h3)[id^=vraag-]')].map((heading) => heading.id.slice(6))"
    )
    return found


def _typed(screen: Screen, question: str, value: Value) -> dict[str, str]:
    asked = screen.framework.questions[question]
    if isinstance(value, Estimate):
        return {part: str(number) for part, number in zip(("laag", "", "hoog"), value, strict=True)}
    if asked.kind == "month":
        return {"": month_text(str(value))}
    return {"": str(value) if asked.kind != "text" else answer_text(asked, value)}
