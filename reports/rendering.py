"""Worker processes that render: started when needed, kept warm, limited in time and memory, replaced."""

import atexit
import json
import logging
import queue
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from typing import BinaryIO, cast

from reports import fonts
from reports.worker import DONE, FAILED, STOPPED, receive, send

TEMPLATE = Path(__file__).resolve().parent / "templates" / "report.typ"
WORKER = Path(__file__).resolve().parent / "worker.py"
SECONDS = 60.0
MEMORY = 3 * 2**30
AT_ONCE = 2
# The renderer keeps what it computed for the last ten reports, some 25 MB each. A fresh process is small, and
# as quick once it is up.
REPORTS_PER_WORKER = 5

log = logging.getLogger(__name__)


class RenderingFailed(RuntimeError):
    """The report could not be rendered; its text is for the log, not for the screen."""


class Worker:
    """One process with the renderer. Not for use by two threads at the same time: `Workers` sees to that."""

    def __init__(self, template: Path, seconds: float, memory: int) -> None:
        self.seconds = seconds
        self.done = 0
        command = [sys.executable, "-P", str(WORKER), str(template), str(fonts.FOLDER)]
        command += [json.dumps(list(fonts.FILES)), str(memory)]
        # Nothing of a user is in the command; the texts travel through the pipe.
        # A session of its own: Ctrl-C is for the app, which stops its workers itself.
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )

    def render(self, data: bytes) -> bytes:
        """Render one report. Raises RenderingFailed; after that `usable` tells whether the process lives."""
        late = threading.Timer(self.seconds, self.process.kill)
        late.start()
        try:
            mark, body = self._exchange(data)
        except OSError as error:
            log.info("the renderer is gone: %s", error)
            mark, body = STOPPED, b""
        finally:
            late.cancel()
        self.done += 1
        if mark == DONE:
            return body
        if mark != FAILED:
            self.close()
            body = body or f"the renderer stopped with code {self.process.returncode}".encode()
        raise RenderingFailed(body.decode(errors="replace"))

    def _exchange(self, data: bytes) -> tuple[bytes, bytes]:
        answers = cast(BinaryIO, self.process.stdout)
        send(cast(BinaryIO, self.process.stdin), data)
        mark = answers.read(1)
        body = receive(answers)
        return (mark, body) if body is not None else (STOPPED, b"")

    @property
    def usable(self) -> bool:
        """The process lives and is not due for replacement."""
        return self.process.poll() is None and self.done < REPORTS_PER_WORKER

    def close(self) -> None:
        """Stop the process and wait for its end."""
        self.process.kill()
        self.process.communicate()


class Workers:
    """At most `at_once` workers, shared by all threads; who finds them all busy waits."""

    def __init__(
        self,
        template: Path = TEMPLATE,
        *,
        at_once: int = AT_ONCE,
        seconds: float = SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self.template, self.seconds, self.memory = template, seconds, memory
        # Last in, first out: with one user it is always the same, warm worker.
        self.idle: queue.LifoQueue[Worker | None] = queue.LifoQueue()
        for _number in range(at_once):
            self.idle.put(None)

    def render(self, data: bytes) -> bytes:
        """Render one report (ASCII JSON for the template) to PDF. Raises RenderingFailed."""
        worker = self.idle.get()
        try:
            worker = self._usable(worker)
            return worker.render(data)
        except OSError as error:
            raise RenderingFailed(f"no process for the renderer: {error}") from error
        finally:
            self.idle.put(worker)
            self.warm()

    def warm(self) -> None:
        """See to it that the next report finds a process that is up; it starts while nobody waits."""
        try:
            worker = self.idle.get_nowait()
        except queue.Empty:
            return
        try:
            worker = self._usable(worker)
        except OSError:
            log.exception("no process for the renderer")
        finally:
            self.idle.put(worker)

    def _usable(self, worker: Worker | None) -> Worker:
        if worker is not None:
            if worker.usable:
                return worker
            log.info("replacing a renderer after %d reports", worker.done)
            worker.close()
        return Worker(self.template, self.seconds, self.memory)

    def close(self) -> None:
        """Stop all workers that are idle now."""
        while not self.idle.empty():
            worker = self.idle.get()
            if worker is not None:
                worker.close()


@cache
def shared() -> Workers:
    """Return the workers of this process."""
    workers = Workers()
    atexit.register(workers.close)
    return workers
