"""The server around the pages: `python server.py [--port PORT] [--address ADDRESS]`.

Serves app.py through Streamlit's own web server, with our document, headers and assets around it.
"""

import argparse
import gc
import importlib
import logging
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.starlette import App

import settings
from assessment.faults import FrameworkFaults
from services import frameworks, looks, signin
from services.errors import UnknownFramework
from settings import SettingsError, SignIn
from storage.errors import DatabaseError
from ui import context
from ui.server import document, failures, headers, static, ticket

# What pages import at their first visit; loaded before, nobody waits for it.
HEAVY = ("altair", "pandas", "typst", "streamlit.elements.vega_charts", "streamlit.elements.arrow")


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """Load what every page needs, then keep the garbage collector away from it."""
    require_no_collection_after_runs()
    for module in HEAVY:
        importlib.import_module(module)
    load()
    static.warm(document.page().decode())
    gc.collect()
    # What is frozen is never looked at again: all that was loaded above stays out of every collection.
    gc.freeze()
    yield


def load() -> None:
    """Open the database and every framework, and take the second looks that a new framework asks for.

    Raises DatabaseError, FrameworkFaults, UnknownFramework.
    """
    opened = context.store()
    frameworks.current()
    for version in frameworks.versions():
        frameworks.get(version)
    looks.follow(opened)


def require_no_collection_after_runs() -> None:
    """Raise RuntimeError when Streamlit would collect garbage after every run.

    The option is hidden: a newer Streamlit may rename it. Better not to start than to be slow unnoticed.
    """
    if config.get_option("runner.postScriptGC") is not False:
        raise RuntimeError("runner.postScriptGC must be false: see .streamlit/config.toml")


def allowed_hosts(address: str, sign_in: SignIn | None = None) -> list[str]:
    """Return the names of this server that a browser may use, when it listens on `address`.

    A page elsewhere must not get in by letting its own name point to this computer.
    """
    public = [urlsplit(sign_in.url).hostname or ""] if sign_in else []
    return list(dict.fromkeys(("localhost", "127.0.0.1", address, *public, *settings.load().hosts)))


def secrets(sign_in: SignIn | None) -> dict[str, Any]:
    """Return what Streamlit wants to know of signing in; it stays in memory, no file holds it."""
    if sign_in is None:
        return {}
    return {
        "auth": {
            "redirect_uri": f"{sign_in.url}/oauth2callback",
            "cookie_secret": sign_in.cookie_secret,
            "client_id": sign_in.client_id,
            "client_secret": sign_in.client_secret,
            "server_metadata_url": sign_in.metadata,
        }
    }


def guard(sign_in: SignIn | None) -> headers.Guard | None:
    """Return what the doors ask of a sign-in; None when nobody signs in."""
    if sign_in is None:
        return None

    def is_known(cookies: Mapping[str, str]) -> bool:
        return signin.is_valid(ticket.claims(cookies), sign_in, datetime.now(UTC))

    return headers.Guard(is_known, is_encrypted=urlsplit(sign_in.url).scheme == "https")


def create(sign_in: SignIn | None = None) -> App:
    """Return the ASGI application."""
    failures.log_once()
    # Or Streamlit makes its own pages of the folder "pages" for the first visitor, and finds none of ours.
    PagesManager.uses_pages_directory = False
    return App(
        Path(__file__).with_name("app.py"),
        lifespan=lifespan,
        middleware=headers.middleware(guard(sign_in)),
        on_script_error=failures.report,
        secrets=secrets(sign_in),
    )


def main() -> None:
    """Serve until stopped; say what is wrong and exit with 2 when that is impossible."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--address", default="localhost")
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        sign_in = settings.sign_in()
        if sign_in is None:
            settings.require_local(chosen.address)
        hosts = allowed_hosts(chosen.address, sign_in)
        load()
    except (SettingsError, DatabaseError, FrameworkFaults, UnknownFramework) as fault:
        # Whoever starts the server can mend this; where in our code we found out is no help.
        print(fault, file=sys.stderr)
        sys.exit(2)
    create(sign_in).run(
        config={
            "server.port": chosen.port,
            "server.address": chosen.address,
            "server.allowedHosts": hosts,
        }
    )


if __name__ == "__main__":
    main()
