"""Two tabs, or two people, on the same step: nobody's answer is overwritten unseen."""

from assessment.answers import Reply
from tests.browser.conftest import OpenTab
from tests.browser.screen import Screen
from tests.browser.server import Server

TEXT = "i_naam"


def test_stale_tab_never_overwrites_a_fresh_one(server: Server, new_tab: OpenTab) -> None:
    stale, fresh = _two_tabs(server, new_tab)
    fresh.answer("qs_invloed", "indirect")
    stale.choose("qs_invloed", "geen")
    stale.page.get_by_role("button", name="Neem mijn antwoord").wait_for()

    assert stale.stored("qs_invloed") == Reply("indirect")
    stale.expect_chosen("qs_invloed", "indirect")
    assert Reply("geen") in [revision.reply for revision in stale.past("qs_invloed")]

    stale.page.get_by_role("button", name="Neem mijn antwoord").click()
    stale.page.get_by_role("button", name="Neem mijn antwoord").wait_for(state="detached")
    assert stale.stored("qs_invloed") == Reply("geen")
    stale.expect_chosen("qs_invloed", "geen")


def test_who_keeps_the_other_answer_changes_nothing(server: Server, new_tab: OpenTab) -> None:
    stale, fresh = _two_tabs(server, new_tab)
    fresh.answer("qs_invloed", "indirect")
    stale.choose("qs_invloed", "geen")
    stale.page.get_by_role("button", name="Houd dit antwoord").click()
    stale.page.get_by_role("button", name="Houd dit antwoord").wait_for(state="detached")

    assert stale.stored("qs_invloed") == Reply("indirect")
    stale.expect_chosen("qs_invloed", "indirect")


def test_two_tabs_on_different_questions_never_get_in_each_others_way(
    server: Server, new_tab: OpenTab
) -> None:
    one, other = _two_tabs(server, new_tab)
    one.answer("qs_algoritme", "nee")
    other.answer("qs_invloed", "indirect")
    one.answer("qs_algoritme", "ja")

    assert one.stored("qs_algoritme") == Reply("ja")
    assert one.stored("qs_invloed") == Reply("indirect")


def test_tab_from_before_a_restart_learns_what_changed_meanwhile(
    own_server: Server, new_tab: OpenTab
) -> None:
    """It shows the old answer, which nobody chose again; that must not come back as a new one."""
    stale, fresh = _two_tabs(own_server, new_tab)
    fresh.answer("qs_invloed", "indirect")
    left = stale.session()
    own_server.kill()
    own_server.start()
    stale.rejoin(left)

    stale.expect_chosen("qs_invloed", "indirect")
    assert stale.stored("qs_invloed") == Reply("indirect")
    assert len(stale.past("qs_invloed")) == 2


def test_text_typed_in_a_stale_tab_before_a_restart_is_kept_beside_the_other(
    own_server: Server, new_tab: OpenTab
) -> None:
    stale, fresh = _two_tabs(own_server, new_tab, step="intake")
    fresh.field(TEXT).fill("Van de ander")
    fresh.wait_saved(0)
    stale.field(TEXT).click()
    # At once: of what is typed key by key, a part may arrive before the server is gone.
    stale.page.keyboard.insert_text("Van mij")
    own_server.kill()
    own_server.start()
    stale.page.get_by_role("button", name="Neem mijn antwoord").wait_for()

    assert stale.stored(TEXT) == Reply("Van de ander")
    assert Reply("Van mij") in [revision.reply for revision in stale.past(TEXT)]


def _two_tabs(server: Server, new_tab: OpenTab, step: str = "quickscan") -> tuple[Screen, Screen]:
    """Return two tabs on the same step; at `qs_invloed` both show "direct"."""
    one, other = new_tab(server), new_tab(server)
    one.begin()
    one.answer("qs_invloed", "direct")
    if step != "quickscan":
        one.go(step)
    other.open(one.path(step))
    return one, other
