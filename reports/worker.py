"""The process that renders: reads reports from standard input, writes PDF files to standard output.

A process of its own, because a panic in the renderer would otherwise take the app with it, and because only a
process can be limited in memory and be stopped when it takes too long. It imports nothing of this project.

One request: 8 bytes length, then one JSON object with `moment` (seconds since 1970, UTC) and all the rest for
the template. One answer: a mark, 8 bytes length, then the PDF or what went wrong.
"""

import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import typst

LENGTH = 8
# Marks of an answer: a PDF, an error after which work goes on, an error after which the process stops.
DONE, FAILED, STOPPED = b"+", b"-", b"!"


class Unfit(RuntimeError):
    """The result cannot be trusted: the renderer warned."""


def receive(stream: BinaryIO) -> bytes | None:
    """Read one request or answer body; None at the end of the stream."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    body = stream.read(int.from_bytes(head))
    return body if len(body) == int.from_bytes(head) else None


def send(stream: BinaryIO, body: bytes) -> None:
    """Write one request or answer body."""
    stream.write(len(body).to_bytes(LENGTH) + body)
    stream.flush()


def fonts_in(folder: Path, wanted: set[str]) -> typst.Fonts:
    """Load the bundled fonts, nothing else. Raises Unfit: without fonts a PDF looks valid and is empty."""
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    missing = wanted - set(found.families())
    if missing:
        raise Unfit(f"fonts missing in {folder}: {sorted(missing)}")
    return found


def render(template: Path, fonts: typst.Fonts, data: bytes) -> bytes:
    """Render one report. Raises Unfit on a warning, typst.TypstError on an error."""
    pdf, warnings = typst.compile_with_warnings(
        template,
        root=template.parent,
        font_paths=fonts,
        sys_inputs={"data": data.decode("ascii")},
        pdf_standards=["a-3a", "ua-1"],
        # Without it the bytes would differ from one second to the next.
        timestamp=datetime.fromtimestamp(json.loads(data)["moment"], UTC),
    )
    if warnings:
        raise Unfit("; ".join(str(warning) for warning in warnings))
    return bytes(pdf)


def limit_memory(size: int) -> None:
    """Let the process die rather than the machine when a report needs more than `size` bytes."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (OSError, ValueError):
        # macOS refuses this limit; there the time limit has to do.
        print("no memory limit on this system", file=sys.stderr)


def answer(mark: bytes, body: bytes) -> None:
    """Answer the request."""
    sys.stdout.buffer.write(mark)
    send(sys.stdout.buffer, body)


def main() -> None:
    """Serve until the other side closes: template, font folder, families and bytes of memory are given."""
    template, folder, families, memory = sys.argv[1:]
    limit_memory(int(memory))
    fonts = fonts_in(Path(folder), set(json.loads(families)))
    while (data := receive(sys.stdin.buffer)) is not None:
        try:
            answer(DONE, render(Path(template), fonts, data))
        except RuntimeError as error:
            answer(FAILED, str(error).encode(errors="replace"))
        except BaseException as error:
            # A panic of the renderer is no Exception. What it leaves behind is unknown: answer and stop.
            answer(STOPPED, f"{type(error).__name__}: {error}".encode(errors="replace"))
            raise


if __name__ == "__main__":
    main()
