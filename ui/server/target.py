"""Where somebody was going before they had to sign in: the provider sends everybody back to the start page.

Streamlit loses the address on the way (its issue 10162). The browser says from which page it comes when it
asks to sign in; we let it keep that in a cookie, and lead it there when it comes back. Only to a page of our
own: a cookie, and that word of the browser, can come from anybody.
"""

import re
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers as Given
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

COOKIE = "weegschaal_target"
# Tells the page to sign in that an attempt just failed; Streamlit says nothing, or three words of English.
FAILED = "weegschaal_failed"
FAILED_SECONDS = 30
LEAVE, RETURN = "/auth/login", "/oauth2callback"
# As long as somebody may take to sign in.
SECONDS = 900
LONGEST = 2_000
FOUND, BAD_REQUEST = 302, 400
GONE = b"Max-Age=0"
# One slash, for two begin the name of another server; a browser reads the other slash as this one.
OWN = re.compile(r"/(?![/\\])[!-\[\]-~]*")


class Target:
    """Remember the page when somebody leaves to sign in, and lead there afterwards."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["path"] == base() + LEAVE:
            target = came_from(Given(scope=scope))
            send = _changed(send, lambda message: _remember(message, target))
        elif scope["type"] == "http" and scope["path"] == base() + RETURN:
            target = remembered(Given(scope=scope))
            came_back = bool(scope.get("query_string"))
            send = _changed(send, lambda message: _lead(message, target, came_back=came_back))
        await self.app(scope, receive, send)


def base() -> str:
    """Return the path under which the app is served: empty, or a slash and a name."""
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def came_from(headers: Given) -> str:
    """Return the page of ours from which a browser comes, without the server; empty for no such page."""
    try:
        page = urlsplit(headers.get("referer", ""))
    except ValueError:
        return ""
    address = f"{page.path}?{page.query}" if page.query else page.path
    return address if page.netloc == headers.get("host") and is_own(address) else ""


def remembered(headers: Given) -> str:
    """Return the page that a browser kept; empty when it kept none, or what is no page of ours."""
    target = unquote(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""))
    return target if is_own(target) else ""


def is_own(address: str) -> bool:
    """Tell whether an address without a server is that of a page of ours."""
    path = address.partition("?")[0]
    inside = path.startswith(f"{base()}/") and ".." not in path
    ways = path.removeprefix(base()).startswith((LEAVE.rpartition("/")[0], RETURN))
    return bool(OWN.fullmatch(address)) and len(address) <= LONGEST and inside and not ways


def _remember(message: Message, target: str) -> None:
    # Also without a target: what an earlier attempt left behind must not lead this one.
    _keep(message, COOKIE, quote(target, safe=""), SECONDS if target else 0)
    if message["status"] >= BAD_REQUEST:
        message["status"] = FOUND
        _redirect(message, target or f"{base()}/")
        _keep(message, FAILED, "1", FAILED_SECONDS)


def _lead(message: Message, target: str, *, came_back: bool) -> None:
    if target and dict(message["headers"]).get(b"location", b"").decode() == f"{base()}/":
        _redirect(message, target)
    _keep(message, COOKIE, "", 0)
    # Who signed out comes here too, but with empty hands.
    is_in = any(
        name == b"set-cookie" and value.startswith(f"{USER_COOKIE_NAME}=".encode()) and GONE not in value
        for name, value in message["headers"]
    )
    failed = came_back and not is_in
    _keep(message, FAILED, "1" if failed else "", FAILED_SECONDS if failed else 0)


def _redirect(message: Message, address: str) -> None:
    others = [header for header in message["headers"] if header[0] != b"location"]
    message["headers"] = [*others, (b"location", address.encode())]


def _keep(message: Message, name: str, value: str, age: int) -> None:
    kept = f"{name}={value}; Path={base()}/; Max-Age={age}; HttpOnly; SameSite=Lax"
    message["headers"] = [*message["headers"], (b"set-cookie", kept.encode())]


def _changed(send: Send, change: Callable[[Message], None]) -> Send:
    async def pass_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            change(message)
        await send(message)

    return pass_on
