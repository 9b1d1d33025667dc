"""One session as a browser has it, over a websocket: opens a step and answers its questions."""

import asyncio
from time import perf_counter
from uuid import UUID

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect


class Session:
    """One open tab."""

    step = "stap-quickscan"

    def __init__(self, port: int, assessment: UUID) -> None:
        self.port = port
        self.assessment = assessment
        self.socket: ClientConnection
        self.page = ""
        self.radios: dict[str, list[str]] = {}
        self.fragments: dict[str, str] = {}  # the one that each of the radio buttons is in
        self.states: dict[str, str] = {}
        self.turn = 0

    async def open(self) -> None:
        """Connect and run the page."""
        cookies, token = self.credentials()
        self.socket = await connect(
            f"ws://localhost:{self.port}/_stcore/stream",
            subprotocols=["streamlit", *token],  # type: ignore[list-item]
            additional_headers=cookies,
            origin=f"http://localhost:{self.port}",  # type: ignore[arg-type]
            compression=None,
            max_size=None,
        )
        message = BackMsg()
        message.rerun_script.page_name = self.step
        message.rerun_script.query_string = f"id={self.assessment}"
        await self.send(message)
        assert self.radios, "the page has no questions"

    def credentials(self) -> tuple[dict[str, str], list[str]]:
        """Return the headers and the token of who is signed in; nothing where nobody signs in."""
        return {}, []

    async def answer(self) -> float:
        """Give the next answer; return the seconds until all that follows from it has arrived."""
        radio = list(self.radios)[self.turn % len(self.radios)]
        options = self.radios[radio]
        self.states[radio] = options[self.turn // len(self.radios) % len(options)]
        self.turn += 1
        message = BackMsg()
        message.rerun_script.query_string = f"id={self.assessment}"
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.fragment_id = self.fragments[radio]
        for key, option in self.states.items():
            message.rerun_script.widget_states.widgets.append(WidgetState(id=key, string_value=option))
        begun = perf_counter()
        await self.send(message)
        return perf_counter() - begun

    async def send(self, message: BackMsg) -> None:
        """Send a message, and wait until all that follows from it has arrived."""
        await self.socket.send(message.SerializeToString())
        await self._until_finished()

    async def close(self) -> None:
        """Close the tab."""
        await self.socket.close()

    async def _until_finished(self) -> None:
        async with asyncio.timeout(60):
            while True:
                message = ForwardMsg()
                message.ParseFromString(await self.socket.recv(decode=False))
                self._note(message)
                if message.WhichOneof("type") == "script_finished":
                    return

    def _note(self, message: ForwardMsg) -> None:
        """Remember the page, and the radio buttons with the fragment they are in."""
        if message.WhichOneof("type") == "new_session":
            self.page = message.new_session.page_script_hash
        element = message.delta.new_element if message.HasField("delta") else None
        if element is not None and element.WhichOneof("type") == "radio":
            self.radios[element.radio.id] = list(element.radio.options)
            self.fragments[element.radio.id] = message.delta.fragment_id
