"""Choosing a language: a link to an address of ours, which puts it in a cookie and leads back."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers as Given
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

import texts
from ui.server.target import base, came_from

COOKIE = "weegschaal_language"
PLACE, WANTED = "taal", "naar"
YEAR = 365 * 24 * 60 * 60
SEE_OTHER = 303


class Tongue:
    """Let a browser remember the language that its user chooses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["path"] != f"{base()}/{PLACE}":
            await self.app(scope, receive, send)
            return
        wanted = parse_qs(scope["query_string"].decode("latin-1")).get(WANTED, [""])[0]
        answer = RedirectResponse(came_from(Given(scope=scope)) or f"{base()}/", SEE_OTHER)
        if wanted in texts.LANGUAGES:
            answer.set_cookie(COOKIE, wanted, YEAR, path=f"{base()}/", httponly=True, samesite="lax")
        await answer(scope, receive, send)


def address(language: str) -> str:
    """Return the address that makes `language` the one of this browser, from any page of the app."""
    return f"./{PLACE}?{urlencode({WANTED: language})}"


def chosen(cookies: Mapping[str, str]) -> str:
    """Return the language that a browser remembers; Dutch when it remembers none that we have."""
    language = cookies.get(COOKIE, "")
    return language if language in texts.LANGUAGES else texts.SOURCE_LANGUAGE


def of_request(headers: Given) -> str:
    """Return the language of whoever asks this."""
    return chosen(cookie_parser(headers.get("cookie", "")))
