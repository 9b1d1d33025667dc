"""Static files from memory: ours and Streamlit's, compressed once.

A first visit fetches some sixty files of Streamlit, 2 MB in all. Streamlit reads each of them from disk in a
thread, sends them uncompressed, and leaves the rest to a proxy that a small municipality does not have.
"""

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

ASSETS = Path(__file__).parent.parent / "assets"
SCRIPTS, STYLES = "assets/app.js", "assets/app.css"
TEXT = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}
FOREVER = b"public, immutable, max-age=31536000"

# What a step needs and Streamlit fetches only when the first element of its kind arrives.
SOON = ("Html", "purify.es", "Radio", "ButtonGroup", "TextInput", "TextArea", "Checkbox")
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


@dataclass(frozen=True)
class File:
    """A file as it is sent; `packed` is its gzip form, or None where that gains nothing."""

    body: bytes
    packed: bytes | None
    kind: bytes


class Static:
    """Serve the files of `catalogue`, whatever path the app is served under."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        name = _name(scope)
        if name is None:
            await self.app(scope, receive, send)
            return
        file = load(name)
        given = dict(scope["headers"])
        packed = file.packed if b"gzip" in given.get(b"accept-encoding", b"") else None
        body = file.body if packed is None else packed
        headers = [
            (b"content-type", file.kind),
            (b"content-length", str(len(body)).encode()),
            (b"vary", b"accept-encoding"),
        ]
        if packed is not None:
            headers.append((b"content-encoding", b"gzip"))
        # Names of Streamlit hold a hash, addresses of ours end with one.
        if name.startswith("static/") or scope["query_string"]:
            headers.append((b"cache-control", FOREVER))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


@cache
def catalogue() -> dict[str, tuple[Path, ...]]:
    """Return what can be asked for: name -> the files that are sent after each other as one."""
    theirs = Path(file_util.get_static_dir())
    found: dict[str, tuple[Path, ...]] = {
        path.relative_to(theirs).as_posix(): (path,) for path in (theirs / "static").rglob("*.*")
    }
    found |= {f"assets/{path.name}": (path,) for path in ASSETS.iterdir()}
    found[SCRIPTS] = tuple(sorted(ASSETS.glob("*.js")))
    found[STYLES] = tuple(sorted(ASSETS.glob("*.css")))
    return found


@cache
def load(name: str) -> File:
    """Return one file of the catalogue."""
    body = b"\n".join(path.read_bytes() for path in catalogue()[name])
    ending = Path(name).suffix
    if ending in TEXT:
        # No moment inside, so that equal content gives equal bytes.
        return File(body, gzip.compress(body, 6, mtime=0), f"{TEXT[ending]}; charset=utf-8".encode())
    return File(body, None, (mimetypes.guess_type(name)[0] or "application/octet-stream").encode())


def address(name: str) -> str:
    """Return the address of one of our files, with a hash of its content so that a browser can keep it."""
    return f"./{name}?{hashlib.sha256(load(name).body).hexdigest()[:12]}"


def soon(document: str) -> list[str]:
    """Return the scripts that a step needs and `document` does not name, with what they import."""
    folder = "static/js/"
    scripts = {name.removeprefix(folder) for name in catalogue() if name.startswith(folder)}
    found: dict[str, None] = {}
    wanted = [
        name for name in sorted(scripts) for start in SOON if re.fullmatch(f"{start}\\.[^.]+\\.js", name)
    ]
    while wanted:
        name = wanted.pop(0)
        if name not in found and name not in document:
            found[name] = None
            wanted += IMPORTED.findall(load(folder + name).body.decode())
    return [folder + name for name in found]


def warm(document: str) -> None:
    """Read and compress all that `document` names, so that the first visitor does not wait for it."""
    for name in re.findall(r'(?:href|src)="\./([^"?]+)', document):
        if name in catalogue():
            load(name)


def _name(scope: Scope) -> str | None:
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return None
    found = re.search(r"/((?:static|assets)/.*)", scope["path"])
    return found[1] if found and found[1] in catalogue() else None
