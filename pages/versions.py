"""Versies vergelijken: what differs between two versions of the framework, in words."""

import streamlit as st

from services import framework_view, frameworks
from services.access import Action
from services.errors import NotAllowed
from texts import _
from ui import context, page
from ui.framework import versions

page.title(
    _("Versies vergelijken"),
    about=_("Wat verandert er tussen twee versies van het afwegingskader? Je ziet het hier in woorden."),
)
if not context.may(Action.SEE_FRAMEWORK):
    page.paragraph(str(NotAllowed()))
else:
    names = frameworks.versions()
    old = st.selectbox(_("Van versie"), names, index=max(0, len(names) - 2), key="ws-vergelijk-oud")
    new = st.selectbox(_("Naar versie"), names, index=len(names) - 1, key="ws-vergelijk-nieuw")
    versions.draw(framework_view.compare(context.store(), context.user(), old, new), old=old, new=new)
