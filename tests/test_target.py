"""Back to where one was going before the sign-in, and never to a place of somebody else."""

import pytest
from starlette.datastructures import Headers

from tests.aside import run_aside
from ui.server import headers as doors
from ui.server import target

HOST = "weegschaal.example"


SIGNED = b"_streamlit_user=x; Path=/"


def visit(path, *sent, status=302, location="/", cookie=SIGNED, query=b""):
    """Let a server answer with a redirect; return what leaves."""
    left = {}

    async def streamlit(scope, receive, send):
        answer = [(b"location", location.encode()), (b"set-cookie", cookie)]
        await send({"type": "http.response.start", "status": status, "headers": answer})

    async def send(message):
        left.update(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query}
    run_aside(target.Target(streamlit)({**scope, "headers": [(b"host", HOST.encode()), *sent]}, None, send))
    return left


def is_told_of_failure(message):
    """Tell whether the browser will say that signing in failed."""
    return any(value.startswith(b"weegschaal_failed=1;") for _name, value in message["headers"])


def leave(referer):
    """Go to the provider from a page; return the cookie that the browser gets."""
    found = visit("/auth/login", (b"referer", referer.encode()))["headers"]
    return next(value.decode() for name, value in found if name == b"set-cookie" and b"target" in value)


def come_back(kept):
    """Come back with this cookie; return where that leads."""
    cookie = f"{target.COOKIE}={target.quote(kept, safe='')}"
    return dict(visit("/oauth2callback", (b"cookie", cookie.encode()))["headers"])[b"location"].decode()


@pytest.mark.parametrize(
    "page", ["/stap-doel?id=0f2a&vraag=qs_doel", "/uitkomst?id=0f2a", "/", "/wie?id=a%20b&x=/y"]
)
def test_who_signs_in_comes_back_to_the_page(page):
    cookie = leave(f"https://{HOST}{page}")
    kept = target.unquote(cookie.partition("=")[2].partition(";")[0])

    assert "HttpOnly; SameSite=Lax" in cookie
    assert come_back(kept) == page


@pytest.mark.parametrize(
    "referer", ["", "https://boos.example/stap-doel", f"https://{HOST}.boos.example/", "https://[", "nergens"]
)
def test_page_of_somebody_else_is_not_remembered(referer):
    assert f"{target.COOKIE}=; " in leave(referer)
    assert "Max-Age=0" in leave(referer)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "https://boos.example/",
        "//boos.example/",
        "/\\boos.example",
        "\\/boos.example",
        "/\t/boos.example",
        "/%0d%0aset-cookie:x=1\r\nx: y",
        "/x/../../boos",
        "javascript:alert(1)",
        "stap-doel",
        "/auth/logout",
        "/oauth2callback?state=x",
        "/" + "a" * 3_000,
    ],
)
def test_forged_cookie_leads_nowhere_but_to_the_start(kept):
    assert come_back(kept) == "/"


def test_cookie_is_gone_after_it_led_somewhere():
    found = visit("/oauth2callback", (b"cookie", f"{target.COOKIE}=%2Fuitkomst".encode()))

    assert (b"set-cookie", b"weegschaal_target=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax") in found[
        "headers"
    ]


def test_only_the_way_to_the_start_page_is_changed():
    """What Streamlit sends elsewhere, such as to the provider, goes there."""
    cookie = (b"cookie", f"{target.COOKIE}=%2Fuitkomst".encode())

    elsewhere = visit("/oauth2callback", cookie, location="https://provider.example/")
    assert dict(elsewhere["headers"])[b"location"] == b"https://provider.example/"
    assert visit("/stap-doel", cookie)["headers"] == [(b"location", b"/"), (b"set-cookie", SIGNED)]


def test_provider_that_does_not_answer_leads_back_to_the_page_with_a_word():
    """Streamlit answers with two words of English on a white page."""
    referer = (b"referer", f"https://{HOST}/uitkomst?id=1".encode())
    found = visit("/auth/login", referer, status=400)

    assert found["status"] == 302
    assert dict(found["headers"])[b"location"] == b"/uitkomst?id=1"
    assert is_told_of_failure(found)


@pytest.mark.parametrize(
    "cookie", [b"anders=1", b'_streamlit_user=""; expires=Sun, 22 Nov 2026 09:00:00 GMT; Max-Age=0; Path=/']
)
def test_who_comes_back_without_a_sign_in_hears_that_it_failed(cookie):
    found = visit("/oauth2callback", query=b"error=access_denied&state=x", cookie=cookie)

    assert is_told_of_failure(found)
    assert not is_told_of_failure(visit("/oauth2callback", query=b"code=x&state=x"))


def test_who_signed_out_hears_of_no_failure():
    assert not is_told_of_failure(visit("/oauth2callback", cookie=b"anders=1"))


def test_under_a_path_only_what_lies_under_it_is_ours(monkeypatch):
    monkeypatch.setattr(target.config, "get_option", lambda _name: "/w/")

    assert target.is_own("/w/stap-doel?id=1")
    assert not target.is_own("/stap-doel?id=1")
    assert not target.is_own("/wx/stap-doel")
    assert not target.is_own("/w/auth/login")
    assert target.came_from(Headers({"host": HOST, "referer": f"https://{HOST}/w/uitkomst"})) == "/w/uitkomst"


def through(guard, path):
    """Ask for a path; return the status of the answer."""
    statuses = []

    async def streamlit(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"set-cookie", b"a=b")]})

    async def send(message):
        statuses.append(message.get("status") or message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"cookie", b"wie=bea")]}
    run_aside(doors.Doors(streamlit, guard)(scope, None, send))
    return statuses[0]


@pytest.mark.parametrize("path", ["/media/0f2a.pdf", "/_stcore/upload_file/1/2"])
def test_files_are_only_for_who_signed_in(path):
    def known(cookies):
        return cookies == {"wie": "bea"}

    assert through(None, path) == 200
    assert through(doors.Guard(known, is_encrypted=True), path) == 200
    assert through(doors.Guard(lambda _cookies: False, is_encrypted=True), path) == 403


@pytest.mark.parametrize("path", ["/", "/stap-doel", "/static/media/Letter.woff2", "/_stcore/health"])
def test_what_the_page_to_sign_in_needs_is_for_everybody(path):
    assert through(doors.Guard(lambda _cookies: False, is_encrypted=True), path) == 200


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_nobody_gets_what_is_for_machines(path):
    assert through(None, path) == 404
    assert through(doors.Guard(lambda _cookies: True, is_encrypted=True), path) == 404


@pytest.mark.parametrize("encrypted,cookie", [(True, b"a=b; Secure"), (False, b"a=b")])
def test_cookies_stay_off_open_lines_where_the_app_is_encrypted(encrypted, cookie):
    left = {}

    async def streamlit(scope, receive, send):
        await send({"type": "http.response.start", "status": 302, "headers": [(b"Set-Cookie", b"a=b")]})

    async def send(message):
        left.update(dict(message["headers"]))

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    run_aside(doors.Headers(streamlit, encrypted=encrypted)(scope, None, send))
    assert left[b"set-cookie"] == cookie
