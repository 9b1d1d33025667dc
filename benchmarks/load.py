"""How many answers per second one process saves while nobody waits long, and what an open session costs."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic
from uuid import UUID

import psutil

from benchmarks.measure import Figure, p95
from benchmarks.session import Session
from services import assessments, frameworks
from services.users import local_user
from tests.browser.server import Server

SESSIONS, SECONDS = 60, 8
RATES = (20, 40, 60, 75, 90, 105, 120, 150)
PATIENCE = 300.0


def figures() -> list[Figure]:
    """Measure with a server of our own; the clients are another process."""
    with TemporaryDirectory() as folder, Server(Path(folder)) as server:
        made = _assessments(server)
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=spawn) as elsewhere:
            # The first sessions load what every later one shares.
            elsewhere.submit(memory, server.port, server.pid, made[:5]).result()
            grown = elsewhere.submit(memory, server.port, server.pid, made).result()
            best = elsewhere.submit(highest_rate, server.port, made).result()
    return [
        Figure("answers per second of one process, p95 under 300 ms", best, "/s", 90, at_least=True),
        Figure("memory per open session", grown, "MB"),
    ]


def memory(port: int, pid: int, made: list[UUID]) -> float:
    """Open a session for each assessment; return by how many megabytes the server grew for each."""
    return asyncio.run(_memory(port, pid, made))


def highest_rate(port: int, made: list[UUID]) -> float:
    """Return the highest of `RATES` at which 95 of 100 answers take less than `PATIENCE`."""
    return asyncio.run(_highest_rate(port, made))


async def _memory(port: int, pid: int, made: list[UUID]) -> float:
    before: int = psutil.Process(pid).memory_info().rss
    sessions = await opened(port, made)
    after: int = psutil.Process(pid).memory_info().rss
    await asyncio.gather(*(session.close() for session in sessions))
    return (after - before) / len(made) / 1e6


async def _highest_rate(port: int, made: list[UUID]) -> float:
    sessions = await opened(port, made)
    best = 0.0
    for rate in RATES:
        spent = await answered(rate, sessions)
        print(f"  {rate} answers/s: p95 {p95(spent):.0f} ms", flush=True)
        if p95(spent) > PATIENCE:
            break
        best = rate
    return best


async def opened(port: int, made: list[UUID]) -> list[Session]:
    """Open a tab on each assessment."""
    sessions = [Session(port, assessment) for assessment in made]
    for session in sessions:
        await session.open()
    return sessions


async def answered(rate: int, sessions: list[Session]) -> list[float]:
    """Let people answer at random moments, `rate` a second in all; return the milliseconds of each answer.

    Counted from the moment the answer was due, so that a server that falls behind cannot hide it.
    """
    chance = Random(rate)
    busy = [asyncio.Lock() for _session in sessions]
    begun = monotonic()

    async def one(due: float, number: int) -> float:
        await asyncio.sleep(max(0.0, begun + due - monotonic()))
        async with busy[number]:
            await sessions[number].answer()
        return (monotonic() - begun - due) * 1000

    dues = sorted(chance.uniform(0, SECONDS) for _answer in range(rate * SECONDS))
    return await asyncio.gather(*(one(due, turn % len(sessions)) for turn, due in enumerate(dues)))


def _assessments(server: Server) -> list[UUID]:
    store = server.store()
    framework = frameworks.current()
    made = [
        assessments.create(store, local_user(), title=f"Proef {number}", framework=framework).id
        for number in range(SESSIONS)
    ]
    store.close()
    return made
