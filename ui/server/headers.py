"""Security headers, our document instead of Streamlit's, and closed doors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers as Given
from starlette.middleware import Middleware
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from ui.server import document, tongue
from ui.server.static import Static
from ui.server.target import Target, base
from ui.server.tongue import Tongue

# Everything comes from this server. Streamlit and Vega set styles in elements and attributes.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "media-src 'self'",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)

HEADERS = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    # For what has no rule of its own, such as our icon: ask each time whether it changed.
    (b"cache-control", b"no-cache"),
)

# Streamlit's figures on use, and its interface for programs: both answer without anybody signing in.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")

POLICY_VIOLATION = 1008
TEMPORARY_REDIRECT = 307

# Describe the file that Streamlit read, not the document that we send.
STALE = {b"content-length", b"content-encoding", b"etag", b"last-modified"}


# Files that a page made and files that somebody sends: Streamlit takes knowing the address for a right.
GUARDED = ("/media/", "/_stcore/upload_file/")


@dataclass(frozen=True)
class Guard:
    """What the doors know of signing in: whose cookies these are, and whether all goes encrypted."""

    is_known: Callable[[Mapping[str, str]], bool]
    is_encrypted: bool


def middleware(guard: Guard | None = None) -> list[Middleware]:
    """Return the middleware, outermost first; with a guard where people sign in."""
    encrypted = guard is not None and guard.is_encrypted
    return [
        Middleware(Headers, encrypted=encrypted),
        Middleware(Doors, guard=guard),
        Middleware(Tongue),
        Middleware(Target),
        Middleware(Static),
    ]


class Doors:
    """Keep outsiders away from what they have no business with.

    Where people sign in, who did not gets no files. A page of another origin gets no connection. Streamlit
    refuses most of those, but only after it asked a server on the internet which address it has itself, and
    it takes every port of localhost for its own.
    """

    def __init__(self, app: ASGIApp, guard: Guard | None = None) -> None:
        self.app = app
        self.guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and any(door in scope["path"] for door in CLOSED):
            await PlainTextResponse("404", status_code=404)(scope, receive, send)
        elif scope["type"] == "http" and self._is_shut(scope):
            await PlainTextResponse("403", status_code=403)(scope, receive, send)
        elif scope["type"] == "websocket" and is_foreign(Given(scope=scope)):
            await WebSocketClose(POLICY_VIOLATION)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_shut(self, scope: Scope) -> bool:
        if self.guard is None or not scope["path"].startswith(tuple(base() + door for door in GUARDED)):
            return False
        return not self.guard.is_known(cookie_parser(Given(scope=scope).get("cookie", "")))


def is_foreign(headers: Given) -> bool:
    """Tell whether a browser asks this for a page that came from elsewhere."""
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host")


class Headers:
    """Add the headers to every response, and send our document wherever Streamlit sends its own.

    `encrypted`: cookies travel over https only, which Streamlit leaves open.
    """

    def __init__(self, app: ASGIApp, encrypted: bool = False) -> None:
        self.app = app
        self.encrypted = encrypted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        language = tongue.of_request(Given(scope=scope))
        response = Response(send, way_up(scope["path"]), language, encrypted=self.encrypted)
        await self.app(scope, receive, response.pass_on)


def way_up(path: str) -> bytes:
    """Return the relative address of the start page for a path that is too deep to be one of a page.

    The document names its scripts relative to the folder it is in: deeper it would be a blank page.
    """
    within = path.removeprefix(base()).lstrip("/")
    return b"../" * within.count("/")


class Response:
    """One response on its way out."""

    def __init__(self, send: Send, elsewhere: bytes, language: str, *, encrypted: bool) -> None:
        self.send = send
        self.elsewhere = elsewhere
        self.language = language
        self.encrypted = encrypted
        self.is_document = False

    async def pass_on(self, message: Message) -> None:
        """Send `message`, changed where it has to be."""
        if message["type"] == "http.response.start":
            message["headers"] = self._headers(message)
            if self.is_document and self.elsewhere:
                message["status"] = TEMPORARY_REDIRECT
        elif self.is_document:
            if message.get("more_body"):
                return
            message = {**message, "body": self._body(), "more_body": False}
        await self.send(message)

    def _headers(self, message: Message) -> list[tuple[bytes, bytes]]:
        kept = [(name.lower(), self._closed(name.lower(), value)) for name, value in message["headers"]]
        kind = dict(kept).get(b"content-type", b"")
        self.is_document = message["status"] == 200 and kind.startswith(b"text/html")
        if self.is_document:
            kept = [(name, value) for name, value in kept if name not in STALE]
            kept.append((b"content-length", str(len(self._body())).encode()))
            if self.elsewhere:
                kept.append((b"location", self.elsewhere))
        return kept + [header for header in HEADERS if header[0] not in dict(kept)]

    def _closed(self, name: bytes, value: bytes) -> bytes:
        return value + b"; Secure" if self.encrypted and name == b"set-cookie" else value

    def _body(self) -> bytes:
        return b"" if self.elsewhere else document.page(self.language)
