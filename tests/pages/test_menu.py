"""The menu: which places it leads to, for whom, and on which pages."""

import pytest

from tests.pages.conftest import App
from ui import context


def test_menu_leads_to_the_register_and_says_where_one_is(app: App) -> None:
    html = app.place("register").html
    assert '<nav class="ws-menu" aria-label="Onderdelen van Weegschaal">' in html
    assert 'href="register" data-ws-go aria-current="page"' in html

    html = app.start().html
    assert 'href="./" data-ws-go aria-current="page"' in html
    assert 'href="register" data-ws-go><span>Register</span>' in html


def test_menu_leaves_out_what_one_may_not_see(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "may", lambda _action, _assessment=None: False)

    assert 'class="ws-menu"' not in app.start().html


def test_page_of_an_assessment_has_no_menu(app: App) -> None:
    screen = app.outcome(app.new())

    assert 'class="ws-menu"' not in screen.html
