"""The real server as a process of its own, on a free port and with its own database."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.store import Store
from tests.browser.nursery import Child

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 60.0

Launch = Callable[[Sequence[str], Mapping[str, str], Path], subprocess.Popen[bytes] | Child]


class Server:
    """A server; `folder` keeps its database and log across restarts.

    `settings` go in its environment; `friends` are the addresses of others that its pages may lead to;
    `launch` starts the process, as `from_nothing` does.
    """

    def __init__(self, folder: Path, launch: Launch | None = None) -> None:
        self.folder = folder
        self._launch = launch or from_nothing
        self.port = free_port()
        self.settings: dict[str, str] = {}
        self.friends: tuple[str, ...] = ()
        self.log = folder / "server.log"
        self._process: subprocess.Popen[bytes] | Child | None = None

    @property
    def url(self) -> str:
        """The address of the start page."""
        return f"http://localhost:{self.port}"

    @property
    def pid(self) -> int:
        """The id of the process."""
        assert self._process is not None
        return self._process.pid

    def store(self) -> Store:
        """Open its database, past the app."""
        return Store(self.settings.get("DATABASE_URL") or f"sqlite:///{self.folder / 'weegschaal.db'}")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def start(self) -> float:
        """Start, on the same port and database as before; return the seconds until it answers."""
        begun = time.monotonic()
        own = {"WEEGSCHAAL_VAR": str(self.folder), "DATABASE_URL": ""}
        environment = {**os.environ, **own, **self.settings}
        self._process = self._launch(["--port", str(self.port)], environment, self.log)
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() - begun > PATIENCE:
                raise AssertionError(f"the server does not start:\n{self.log.read_text()}")
            time.sleep(0.02)
        return time.monotonic() - begun

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let the process do nothing for a while, as on a computer that is busy; nothing it gets is lost."""
        os.kill(self.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.pid, signal.SIGCONT)

    def kill(self) -> None:
        """Kill the process with SIGKILL: it gets no chance to finish anything."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False


def from_nothing(
    arguments: Sequence[str], environment: Mapping[str, str], log: Path
) -> subprocess.Popen[bytes]:
    """Start `python server.py`, with these arguments and this environment."""
    with log.open("ab") as file:
        command = [sys.executable, "server.py", *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
