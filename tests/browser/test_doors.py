"""Who gets in: only pages of this very server may open a connection."""

import socket
import urllib.request

import pytest
from starlette.types import Message, Receive, Scope, Send

import server as entry
from tests.aside import run_aside
from tests.browser.server import Server
from ui.server import headers, target


def test_page_of_this_server_gets_a_connection(server: Server) -> None:
    own = f"localhost:{server.port}"

    assert _status(server, host=own, origin=f"http://{own}") == 101
    assert _status(server, host=f"127.0.0.1:{server.port}", origin=f"http://127.0.0.1:{server.port}") == 101


def test_name_of_somebody_else_that_points_to_this_computer_gets_no_connection(server: Server) -> None:
    """DNS rebinding: the page and the address it connects to have the same name, and it is not ours."""
    name = f"boos.example:{server.port}"

    assert _status(server, host=name, origin=f"http://{name}") == 403
    assert _status(server, host=name, origin=None) == 403


@pytest.mark.parametrize(
    "origin", ["https://boos.example", "http://localhost:1", "http://localhost", "null", "http://[", ""]
)
def test_page_of_another_origin_gets_no_connection_also_from_this_computer(
    server: Server, origin: str
) -> None:
    assert _status(server, host=f"localhost:{server.port}", origin=origin) == 403


def test_who_refuses_a_foreign_page_asks_nobody_on_the_internet() -> None:
    """What Streamlit does before it refuses, it does not get to do."""
    reached: list[str] = []
    sent: list[str] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        reached.append(scope["path"])

    async def send(message: Message) -> None:
        sent.append(message["type"])

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    named = [(b"host", b"localhost:8501"), (b"origin", b"https://boos.example")]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": named}
    run_aside(headers.Doors(streamlit)(scope, receive, send))

    assert (reached, sent) == ([], ["websocket.close"])


@pytest.mark.parametrize("path", ["/x/y", "/stap-doel/meer?id=1", "/a/b/c"])
def test_address_too_deep_for_a_page_leads_to_the_start(server: Server, path: str) -> None:
    with urllib.request.urlopen(server.url + path) as response:
        assert response.url == f"{server.url}/"
        assert b"<title>Weegschaal</title>" in response.read()


@pytest.mark.parametrize("path", ["/", "/stap-doel", "/assets/focus.js"])
def test_address_of_a_page_or_a_file_is_answered_where_it_is(server: Server, path: str) -> None:
    with urllib.request.urlopen(server.url + path) as response:
        assert response.url == server.url + path


@pytest.mark.parametrize(
    "path,leads", [("/w", b""), ("/w/", b""), ("/w/stap-doel", b""), ("/w/x/y", b"../"), ("/x", b"")]
)
def test_path_under_which_the_app_is_served_does_not_count(
    monkeypatch: pytest.MonkeyPatch, path: str, leads: bytes
) -> None:
    monkeypatch.setattr(target.config, "get_option", lambda _name: "/w/")

    assert headers.way_up(path) == leads


def test_only_names_of_the_installation_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEEGSCHAAL_HOSTS", "weegschaal.gemeente.nl")

    assert entry.allowed_hosts("localhost") == ["localhost", "127.0.0.1", "weegschaal.gemeente.nl"]
    assert entry.allowed_hosts("10.0.0.5") == ["localhost", "127.0.0.1", "10.0.0.5", "weegschaal.gemeente.nl"]


def _status(server: Server, *, host: str, origin: str | None) -> int:
    """Ask for a websocket as a browser does; return the status of the answer."""
    lines = [
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *([f"Origin: {origin}"] if origin is not None else []),
    ]
    with socket.create_connection(("localhost", server.port), timeout=5) as connection:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return int(connection.recv(100).split()[1])
