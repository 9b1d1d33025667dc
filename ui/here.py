"""Where the user is: the assessment that the address names, and its framework."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import streamlit as st

from assessment.answers import Answers
from assessment.clock import CLOCK
from assessment.evaluation import evaluate
from assessment.framework import Framework
from assessment.outcome import Outcome
from services import answers, assessments, frameworks
from services.assessments import Assessment
from services.errors import Refused
from texts import _
from ui import context, links, page
from ui.recall import last_known

ADDRESS = "id"


@dataclass(frozen=True)
class Here:
    """An opened assessment."""

    assessment: Assessment
    framework: Framework

    @property
    def id(self) -> UUID:
        """The id of the assessment."""
        return self.assessment.id

    @property
    def address(self) -> dict[str, str]:
        """What every link to a page of this assessment carries along."""
        return {ADDRESS: str(self.id)}


def opened() -> Here:
    """Return the assessment in the address; otherwise say what is wrong and stop the page."""
    try:
        wanted = assessments.read_id(st.query_params.get(ADDRESS, ""))
        assessment = last_known(
            f"assessment-{wanted.hex}", lambda: assessments.opened(context.store(), context.user(), wanted)
        )
        context.enter(wanted)
        return Here(assessment, frameworks.get(assessment.framework_version))
    except Refused as refused:
        page.title(_("Deze afweging kun je niet openen"))
        page.paragraph(str(refused))
        links.to_start(_("Naar de startpagina"))
        st.stop()


def today() -> date:
    """Return the day it is in the Netherlands."""
    return datetime.now(CLOCK).date()


def outcome(here: Here, on: date | None = None) -> Outcome:
    """Return the outcome of the answers as they are saved now."""
    return evaluate(here.framework, current_answers(here), on or today())


def current_answers(here: Here) -> Answers:
    """Return the answers as they are saved now."""
    return answers.values(answers.current(context.store(), context.user(), here.id))
