"""A process that has loaded all libraries, and forks a server whenever one is asked for.

A test that kills its server twenty times would otherwise spend most of its time on importing them. What is
killed is a process of its own all the same; the server that most tests share starts from nothing.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


class Nursery:
    """The process that forks."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.browser.nursery"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def launch(self, arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> "Child":
        """Start a server in a fork, with these arguments and this environment."""
        pid = self.ask("launch", arguments=list(arguments), environment=dict(environment), log=str(log))
        return Child(self, int(pid))

    def ask(self, what: str, **more: Any) -> Any:
        """Let it do something and return its answer."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps({"what": what, **more}), file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        """Stop it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


class Child:
    """A forked server, used as a `subprocess.Popen` is."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self.pid = pid
        self._nursery = nursery

    def poll(self) -> int | None:
        """Return how it ended, or None while it lives."""
        ended: int | None = self._nursery.ask("poll", pid=self.pid)
        return ended

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def wait(self) -> int:
        """Wait until it is gone."""
        return int(self._nursery.ask("wait", pid=self.pid))


def main() -> None:
    """Load what a server loads, then do what the lines of the standard input ask."""
    server = import_module("server")
    for module in server.HEAVY:
        import_module(module)
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["what"] == "launch":
            said: int | None = os.fork() or _serve(server, asked)
        else:
            found, status = os.waitpid(asked["pid"], os.WNOHANG if asked["what"] == "poll" else 0)
            said = status if found else None
        print(json.dumps(said), file=answers, flush=True)


def _serve(server: Any, asked: dict[str, Any]) -> int:
    log = os.open(asked["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for place, file in enumerate((nothing, log, log)):
        os.dup2(file, place)
    os.environ.clear()
    os.environ.update(asked["environment"])
    sys.argv[1:] = asked["arguments"]
    # Ctrl+C in the terminal is for the tests.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        server.main()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
