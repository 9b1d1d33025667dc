"""Rendering in a process of its own: nothing that happens there reaches the app."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports import fonts, rendering, worker
from reports.pdf import payload, render
from reports.rendering import RenderingFailed, Workers
from tests.reports.dossiers import small_report

DATA = payload(small_report("Een tekst"))

# Stands in for the renderer, to bring about what the real one hardly ever does.
STAND_IN = """
import json, os, time

class Panic(BaseException):
    pass

class Fonts:
    def __init__(self, **_options):
        pass
    def families(self):
        return json.loads(os.environ["STAND_IN_FAMILIES"])

def compile_with_warnings(_template, *, sys_inputs, **_options):
    behaviour = json.loads(sys_inputs["data"])["behaviour"]
    if behaviour == "panic":
        raise Panic("index out of bounds")
    if behaviour == "hang":
        time.sleep(60)
    if behaviour == "die":
        os._exit(7)
    if behaviour == "greed":
        bytearray(2**40)
    return behaviour.encode(), ["a font is missing"] if behaviour == "warn" else []
"""


@pytest.fixture
def shaky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    """One worker with a renderer that does as it is told, and half a second for each report."""
    (tmp_path / "typst.py").write_text(STAND_IN)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("STAND_IN_FAMILIES", json.dumps(list(fonts.FILES)))
    made = Workers(at_once=1, seconds=2)
    yield made
    made.close()


def told(behaviour: str) -> bytes:
    """Make the request that makes the stand-in behave like this."""
    return json.dumps({"moment": 0, "behaviour": behaviour}).encode()


@pytest.mark.parametrize(
    "behaviour, message",
    [
        ("panic", "Panic: index out of bounds"),
        ("hang", "stopped with code -9"),
        ("die", "stopped with code 7"),
        ("greed", "MemoryError"),
        ("warn", "a font is missing"),
    ],
)
def test_a_renderer_that_fails_fails_one_report_and_no_more(
    shaky: Workers, behaviour: str, message: str
) -> None:
    with pytest.raises(RenderingFailed, match=message):
        shaky.render(told(behaviour))

    assert shaky.render(told("fine")) == b"fine"


def test_a_warm_worker_is_used_again_until_it_is_worn(
    shaky: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "REPORTS_PER_WORKER", 3)
    shaky.warm()
    processes = []
    for _number in range(6):
        processes.append(shaky.idle.queue[-1].process.pid)
        shaky.render(told("fine"))

    assert len(set(processes[:3])) == 1
    assert len(set(processes[3:])) == 1
    assert processes[0] != processes[-1]


def test_missing_fonts_are_an_error_and_no_empty_pdf(tmp_path: Path) -> None:
    with pytest.raises(worker.Unfit, match="fonts missing"):
        worker.fonts_in(tmp_path, set(fonts.FILES))


def test_a_warning_of_the_real_renderer_is_an_error(tmp_path: Path) -> None:
    template = tmp_path / "warns.typ"
    template.write_text('#set document(title: "x")\n#text(font: "No Such Font")[tekst]')
    bundled = worker.fonts_in(fonts.FOLDER, set(fonts.FILES))

    with pytest.raises(worker.Unfit, match="no such font"):
        worker.render(template, bundled, b'{"moment": 0}')


def test_a_report_that_needs_too_much_memory_dies_alone() -> None:
    limited = Workers(at_once=1, memory=700 * 2**20)
    try:
        with pytest.raises(RenderingFailed):
            limited.render(payload(small_report(*["woord " * 8000] * 150)))
        assert limited.render(DATA).startswith(b"%PDF")
    finally:
        limited.close()


def test_an_idle_worker_that_was_killed_is_replaced(workers: Workers) -> None:
    workers.render(DATA)
    workers.idle.queue[-1].process.kill()
    workers.idle.queue[-1].process.wait()

    assert workers.render(DATA).startswith(b"%PDF")


def test_a_worker_stops_when_the_app_is_gone() -> None:
    orphan = rendering.Worker(rendering.TEMPLATE, seconds=5, memory=rendering.MEMORY)
    orphan.process.communicate(timeout=20)

    assert orphan.process.returncode == 0


def test_threads_never_get_each_others_report(workers: Workers) -> None:
    """Sixteen threads on two workers: each report must be the one that its own data gives."""
    requests = [payload(small_report(f"Tekst van gebruiker {number}")) for number in range(16)]
    expected = [workers.render(request) for request in requests]
    shared = Workers(at_once=2)
    found: dict[int, bytes] = {}
    threads = [
        threading.Thread(target=lambda n=number: found.update({n: shared.render(requests[n])}))
        for number in range(len(requests))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shared.close()

    assert [found[number] for number in range(len(requests))] == expected


def test_the_safety_net_renders_again_in_latin_only() -> None:
    class Fussy:
        """Refuses everything outside Latin, as a renderer with a font problem would."""

        seen: list[bytes] = []  # noqa: RUF012

        def render(self, data: bytes) -> bytes:
            self.seen.append(data)
            if "я" in json.loads(data)["title"]:
                raise RenderingFailed("could not be displayed")
            return b"%PDF"

    assert render(small_report("Tekst", title="Naam я"), Fussy()) == b"%PDF"  # type: ignore[arg-type]
    assert len(Fussy.seen) == 2
    assert json.loads(Fussy.seen[1])["sections"][-1]["title"] == "Vervangen tekens"


def test_a_warm_report_is_quick(workers: Workers) -> None:
    """Generous, because machines differ; the benchmark has the real figure."""
    workers.render(DATA)
    start = time.perf_counter()
    workers.render(payload(small_report("Nog een tekst")))

    assert time.perf_counter() - start < 2
