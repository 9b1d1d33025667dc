"""The layers of the architecture: who may import whom, and how large things may grow."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("assessment", "storage", "services", "reports", "ui", "pages", "tools")
OWN = {*ROOMS, "texts", "settings", "server", "app"}

# What each room may import of ours, and what of others it may not. "texts" is for all.
MAY = {
    "assessment": {"assessment"},
    "storage": {"assessment", "storage"},
    "services": {"assessment", "storage", "services", "settings"},
    "reports": {"assessment", "reports"},
    "ui": {"assessment", "services", "ui"},
    "pages": {"assessment", "services", "reports", "ui"},
    "tools": OWN - {"pages", "ui", "app", "server"},
}
# Who holds the database and the settings for the whole interface.
CONTEXT = "ui/context.py"
# Who makes files of the tables on screen.
SHEETS = "ui/sheets.py"
DOMAIN_NEEDS = {"pydantic", "pydantic_core", "yaml", "numpy"}
NO_SCREEN = {"streamlit", "altair"}

MODULE, PAGE, FUNCTION = 250, 60, 30

Import = tuple[str, int, str]


def files(*rooms: str) -> list[Path]:
    """List the Python files of these rooms."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[Import]:
    """Yield (file, line, imported top-level module)."""
    name = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name, node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield name, node.lineno, node.module.partition(".")[0]


def all_imports(*rooms: str) -> list[Import]:
    """List the imports of these rooms."""
    return [found for path in files(*rooms) for found in imports(path)]


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_enters_another_it_may_not(room: str) -> None:
    allowed = MAY[room] | {"texts"}
    extra = {CONTEXT: {"storage", "settings"}, SHEETS: {"reports"}}
    trespasses = [
        found
        for found in all_imports(room)
        if found[2] in OWN and found[2] not in allowed | extra.get(found[0], set())
    ]

    assert trespasses == []


def test_domain_needs_nothing_but_the_standard_library_and_three_libraries() -> None:
    allowed = DOMAIN_NEEDS | OWN | set(sys.stdlib_module_names)

    assert [found for found in all_imports("assessment") if found[2] not in allowed] == []


def test_only_the_interface_knows_that_there_is_a_screen() -> None:
    rooms = ("assessment", "storage", "services", "reports", "tools")

    assert [found for found in all_imports(*rooms) if found[2] in NO_SCREEN] == []


def test_only_storage_speaks_to_the_database() -> None:
    rooms = [room for room in ROOMS if room != "storage"]

    assert [found for found in all_imports(*rooms) if found[2] in {"sqlalchemy", "alembic", "psycopg"}] == []


def test_nothing_on_screen_is_empty_for_a_moment_while_it_is_drawn_anew() -> None:
    """`st.empty` is, and all below it jumps: a container (ui/paging.py) is not."""
    assert [str(path) for path in files("ui", "pages") if "st.empty(" in path.read_text("utf-8")] == []


def test_modules_stay_short() -> None:
    limits = [(path, PAGE if path.parent.name == "pages" else MODULE) for path in files(*ROOMS, "benchmarks")]
    limits += [(ROOT / name, MODULE) for name in ("app.py", "server.py", "settings.py", "texts.py")]
    lengths = [(path, limit, len(path.read_text("utf-8").splitlines())) for path, limit in limits]

    assert [(str(path), length) for path, limit, length in lengths if length > limit] == []


def test_functions_stay_short() -> None:
    """Without their docstring, which may explain as much as it needs."""
    long = [
        (path.relative_to(ROOT).as_posix(), node.name, lines)
        for path in files(*ROOMS, "benchmarks")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (lines := body_lines(node)) > FUNCTION
    ]

    assert long == []


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body, without its docstring."""
    statements = node.body[1:] if ast.get_docstring(node) is not None else node.body
    if not statements:
        return 0
    return (statements[-1].end_lineno or 0) - statements[0].lineno + 1
