"""How long others wait for their answers while everything in the database is judged once more."""

import asyncio
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from assessment.answers import Reply
from assessment.loader import load
from benchmarks import rejudge
from benchmarks.load import answered, opened
from benchmarks.measure import Figure, p95
from services import frameworks
from services.rejudge_work import Request
from storage.records import Assessment, Revision
from storage.store import Store
from tests.browser.server import Server
from tests.versions import second_version

ASSESSMENTS, TABS, RATE = 10_000, 20, 20
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def figures() -> list[Figure]:
    """Measure with a server of our own, quiet and while the process that re-judges works beside it."""
    with TemporaryDirectory() as folder, Server(Path(folder)) as server:
        store = server.store()
        made = _fill(store)[:TABS]
        request = Request(
            str(store.engine.url), load(second_version(Path(folder) / "kader")), date(2026, 11, 22)
        )
        quiet = asyncio.run(_answers(server.port, made))
        with _rejudging(request):
            meanwhile = asyncio.run(_answers(server.port, made))
        store.close()
    what = f"answer, {RATE} a second,"
    return [
        Figure(f"{what} nothing else, p95", p95(quiet), "ms"),
        Figure(f"{what} while {ASSESSMENTS:,} are re-judged, p95", p95(meanwhile), "ms", 300),
    ]


async def _answers(port: int, made: list[UUID]) -> list[float]:
    sessions = await opened(port, made)
    spent = await answered(RATE, sessions)
    await asyncio.gather(*(session.close() for session in sessions))
    return spent


@contextmanager
def _rejudging(request: Request) -> Iterator[None]:
    """Keep the process at work that the app starts: again and again, until the answers are given."""
    again = (
        "import pickle, subprocess, sys; request = sys.stdin.buffer.read()\n"
        "while True: subprocess.run([sys.executable, '-m', 'services.rejudge_worker'], input=request, "
        "stdout=subprocess.DEVNULL, check=True)"
    )
    process = subprocess.Popen([sys.executable, "-c", again], stdin=subprocess.PIPE, start_new_session=True)
    assert process.stdin
    pickle.dump(request, process.stdin)
    process.stdin.close()
    try:
        yield
    finally:
        assert process.poll() is None, "the process that re-judges died"
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _fill(store: Store) -> list[UUID]:
    framework = frameworks.current()
    made = []
    with store.transaction() as tx:
        for title, answers in islice(rejudge.sets(), ASSESSMENTS):
            one = Assessment(uuid4(), title, framework.version, framework.hash, NOW, "lokaal", NOW, 1)
            tx.assessments.add(one)
            tx.answers.append(
                one.id, *(Revision(name, 1, Reply(value), "lokaal", NOW) for name, value in answers.items())
            )
            made.append(one.id)
    return made
