"""What people read goes through gettext: no Dutch sentence in the code outside `_()`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_layers import ROOMS, ROOT, files

TRANSLATORS = {"_", "ngettext"}
# Words that are Dutch and no English; one of them in a text of several words makes it a Dutch sentence.
DUTCH = re.compile(
    r"\b(de|het|een|je|niet|wordt|worden|zijn|geen|voor|naar|bij|kies|vul|deze|dit|maak|nog|ook|alle|met|"
    r"moet|kan|heeft|zonder|waarom|wat|jouw|vraag|vragen|antwoord|antwoorden|afweging|opgeslagen)\b",
    re.IGNORECASE,
)
# A capital and small letters: what stands on a button, also as one word.
SCREEN = re.compile(r"\b(Opslaan|Verwijder\w*|Volgende|Vorige|Sluiten|Annuleren|Wissen|Zoeken|Opgeslagen)\b")
MARKUP = re.compile(r"<[^>]*>?")

Found = tuple[str, int, str]


def untranslated(path: Path) -> Iterator[Found]:
    """Yield the Dutch texts of a file that are not inside `_()`."""
    tree = ast.parse(path.read_text("utf-8"))
    translated = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS
        for argument in node.args
        for part in ast.walk(argument)
    }
    skipped = translated | set(_docstrings(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            text = MARKUP.sub("", node.value)
            if (" " in text.strip() and DUTCH.search(text)) or SCREEN.search(text):
                yield path.relative_to(ROOT).as_posix(), node.lineno, text


def _docstrings(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield id(body[0].value)


def test_no_dutch_sentence_stands_outside_gettext() -> None:
    paths = [*files(*ROOMS), *(ROOT / name for name in ("app.py", "server.py", "settings.py"))]

    assert [found for path in paths for found in untranslated(path)] == []


@pytest.mark.parametrize(
    "line",
    ['st.title("Kies een antwoord")', 'st.button("Opslaan")', 'label = f"Vraag {number} van de {total}"'],
)
def test_the_check_finds_what_it_is_for(tmp_path: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_dutch.ROOT", tmp_path)
    path = tmp_path / "page.py"
    path.write_text(line, "utf-8")

    assert len(list(untranslated(path))) == 1


def test_no_text_is_put_together_before_it_is_translated() -> None:
    """A translator needs the whole sentence: no f-string and no sum inside `_()`."""
    composed = [
        (path.relative_to(ROOT).as_posix(), node.lineno)
        for path in files(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS
        for argument in node.args[: 2 if node.func.id == "ngettext" else 1]
        if not isinstance(argument, ast.Constant)
    ]

    assert composed == []
