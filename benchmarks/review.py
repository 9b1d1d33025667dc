"""A review session of 25 members, each signed in, on one process: how long they wait for an answer."""

import asyncio
import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, time
from uuid import UUID

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME, XSRF_COOKIE_NAME

from assessment.answers import Reply
from assessment.cases import load_cases, read_answers
from assessment.road import State
from benchmarks.measure import Figure, p95
from benchmarks.session import Session
from services import assessments, finishing, frameworks, reviews, road
from services.users import local_user
from storage.records import Revision
from storage.store import Store
from tests.browser.server import Server
from ui.review.live import EVERY

MEMBERS, ANSWERS = 25, 6
NAMES = tuple(f"lid-{number}" for number in range(MEMBERS))
GROUP, SECRET = "ethiek", "secret-of-the-benchmark-0123456789abcdef"
THINKING = 8.0  # seconds between two answers of one member at most; who reads a statement takes longer


class Member(Session):
    """One member: answers, and like every browser asks for the state of the session all the time."""

    step = "sessie"

    def __init__(self, port: int, assessment: UUID, name: str) -> None:
        super().__init__(port, assessment)
        self.name = name
        self.looks: set[str] = set()
        self.busy = asyncio.Lock()

    def credentials(self) -> tuple[dict[str, str], list[str]]:
        """Return the cookie that the server signs for this member after a sign-in at the provider."""
        claims = {"sub": self.name, "name": self.name.title(), "groups": [GROUP], "iat": int(time())}
        told = {**claims, "origin": f"http://localhost:{self.port}", "is_logged_in": True}
        cookie = create_signed_value(SECRET, USER_COOKIE_NAME, json.dumps(told)).decode()
        token = generate_xsrf_token_string()
        return {"Cookie": f"{USER_COOKIE_NAME}={cookie}; {XSRF_COOKIE_NAME}={token}"}, [token]

    async def look(self) -> float:
        """Ask for the state of the session; return the seconds until it was there."""
        async with self.busy:
            begun = monotonic()
            for fragment in self.looks:
                message = BackMsg()
                message.rerun_script.query_string = f"id={self.assessment}"
                message.rerun_script.page_script_hash = self.page
                message.rerun_script.fragment_id = fragment
                message.rerun_script.is_auto_rerun = True
                await self.send(message)
            return monotonic() - begun

    async def say(self) -> float:
        """Give the next answer; return the seconds until it was saved and shown."""
        begun = monotonic()
        async with self.busy:
            await self.answer()
        return monotonic() - begun

    def _note(self, message: ForwardMsg) -> None:
        super()._note(message)
        if message.WhichOneof("type") == "auto_rerun":
            self.looks.add(message.auto_rerun.fragment_id)


def figures() -> list[Figure]:
    """Measure with a server of our own; the clients are another process."""
    with TemporaryDirectory() as folder, _town_hall(Path(folder)) as server:
        made = _session(server)
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=spawn) as elsewhere:
            said, looked = elsewhere.submit(session, server.port, made).result()
        _check(server, made)
    return [
        Figure("answer in a session of 25 members, p95", p95(said) * 1000, "ms", 300),
        Figure("state of that session on every screen, p95", (EVERY + p95(looked)) * 1000, "ms", 2000),
    ]


def _check(server: Server, made: UUID) -> None:
    """See that every answer of every member was saved, under the own name."""
    store = Store(f"sqlite:///{server.folder / 'weegschaal.db'}")
    assert reviews.progress(store, local_user(), made) == dict.fromkeys(NAMES, ANSWERS)
    store.close()


def _town_hall(folder: Path) -> Server:
    """Make a server where people sign in. No provider is asked: all members are signed in already."""
    server = Server(folder)
    server.settings = {
        "WEEGSCHAAL_OIDC_URL": "http://localhost:1/.well-known/openid-configuration",
        "WEEGSCHAAL_OIDC_CLIENT_ID": "weegschaal",
        "WEEGSCHAAL_OIDC_CLIENT_SECRET": "not-asked",
        "WEEGSCHAAL_OIDC_COOKIE_SECRET": SECRET,
        "WEEGSCHAAL_URL": server.url,
        "WEEGSCHAAL_ROLES": f"{GROUP}=network",
    }
    return server


def session(port: int, made: UUID) -> tuple[list[float], list[float]]:
    """Let all members answer; return the seconds of each answer, and of each look at the state."""
    return asyncio.run(_all(port, made))


async def _all(port: int, made: UUID) -> tuple[list[float], list[float]]:
    members = [Member(port, made, name) for name in NAMES]
    for member in members:
        await member.open()
    looked: list[float] = []
    watching = [asyncio.create_task(_watch(member, number, looked)) for number, member in enumerate(members)]
    said = await asyncio.gather(*(_answers(member, number) for number, member in enumerate(members)))
    for watch in watching:
        watch.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    return [seconds for each in said for seconds in each], looked


async def _answers(member: Member, number: int) -> list[float]:
    chance = Random(number)
    spent = []
    for _answer in range(ANSWERS):
        await asyncio.sleep(chance.uniform(0, THINKING))
        spent.append(await member.say())
    return spent


async def _watch(member: Member, number: int, looked: list[float]) -> None:
    await asyncio.sleep(Random(-number).uniform(0, EVERY))
    while True:
        looked.append(await member.look())
        await asyncio.sleep(EVERY)


def _session(server: Server) -> UUID:
    """Make a session with an open round, to which all members are invited."""
    store = Store(f"sqlite:///{server.folder / 'weegschaal.db'}")
    user, framework = local_user(), frameworks.current()
    made = assessments.create(store, user, title="Proef", framework=framework).id
    case = load_cases(frameworks.folder(framework.version))[0]
    with store.transaction() as tx:
        given, now = read_answers(framework, case.answers), datetime.now(UTC)
        tx.answers.append(made, *(Revision(q, 1, Reply(v), user.name, now) for q, v in given.items()))
    finishing.finish(store, user, made, date(2026, 11, 22))
    road.move(store, user, made, State.IN_REVIEW)
    reviews.open_review(store, user, made, anonymous=True, names=NAMES)
    reviews.open_round(store, user, made)
    store.close()
    return made
