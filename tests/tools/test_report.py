"""The report on the command line, from a real database file."""

from datetime import date

import pikepdf
import pytest

from services import answers, assessments, examples, finishing
from services.users import local_user
from storage.migrate import migrate
from storage.store import Store
from tools.__main__ import main


@pytest.fixture
def stored(tmp_path, monkeypatch):
    """A database file with one example in it; gives the store."""
    url = f"sqlite:///{tmp_path / 'weegschaal.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    store = Store(url)
    migrate(store)
    yield store
    store.close()


def text_of(file):
    """Give the title and the language of a PDF."""
    with pikepdf.open(file) as pdf:
        return str(pdf.docinfo["/Title"]), str(pdf.Root.Lang)


def test_report_of_an_assessment_is_a_pdf_with_its_title(stored, tmp_path, capsys):
    made = examples.copy_example(stored, local_user(), "c01")
    out = tmp_path / "college.pdf"

    assert main(["report", str(made.id), "--out", str(out), "--on", "2026-11-22"]) == 0
    assert made.title in text_of(out)[0]
    assert text_of(out)[1].startswith("nl")
    assert str(out) in capsys.readouterr().out


def test_a_finished_assessment_keeps_its_reference_date(stored, tmp_path):
    made = examples.copy_example(stored, local_user(), "c01")
    finishing.finish(stored, local_user(), made.id, date(2026, 11, 22))
    first, second = tmp_path / "een.pdf", tmp_path / "twee.pdf"
    main(["report", str(made.id), "--out", str(first), "--on", "2026-11-22"])
    main(["report", str(made.id), "--out", str(second), "--on", "2029-01-01"])

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("wanted", ["onzin", "00000000-0000-0000-0000-000000000000"])
def test_an_assessment_that_does_not_exist_is_said_with_code_2(stored, tmp_path, capsys, wanted):
    assert main(["report", wanted, "--out", str(tmp_path / "x.pdf")]) == 2
    assert "bestaat niet" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_a_report_of_an_empty_assessment_says_that_nothing_is_known(stored, tmp_path, framework):
    made = assessments.create(stored, local_user(), title="Leeg", framework=framework)

    assert main(["report", str(made.id), "--out", str(tmp_path / "leeg.pdf")]) == 0
    assert answers.current(stored, local_user(), made.id) == {}
