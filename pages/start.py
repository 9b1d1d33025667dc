"""Start: my assessments, those of everybody, a new one, and examples."""

from texts import _
from ui import begin, overview, page

page.title(
    _("Weegschaal"),
    about=_("Weeg of en hoe je een algoritme wilt gebruiken. Je ziet meteen wat er nodig is en waarom."),
)
overview.mine()
overview.everybodys()
begin.draw()
