"""`python -m tools backup` and `restore`: what they say and with which exit code they end."""

from services import assessments
from storage.store import Store
from tests import everything
from tests.tampering import tamper
from tools.__main__ import main


def url_of(store):
    """Give the address of a store."""
    return store.engine.url.render_as_string(hide_password=False)


def test_what_was_backed_up_is_there_after_the_restore(sqlite_store, sqlite, tmp_path, framework, capsys):
    made = assessments.create(sqlite_store, everything.MAKER, title="Schuldhulp", framework=framework)
    file, other = tmp_path / "kopie.zip", sqlite.empty()

    assert main(["backup", str(file), "--database", url_of(sqlite_store)]) == 0
    assert main(["restore", str(file), "--database", other]) == 0

    assert "rows in" in capsys.readouterr().out
    store = Store(other)
    assert assessments.opened(store, everything.MAKER, made.id) == made
    store.close()
    assert main(["restore", str(file), "--database", other]) == 2
    assert "niet leeg" in capsys.readouterr().err
    assert main(["backup", str(file), "--database", other]) == 2
    assert "bestaat al" in capsys.readouterr().err


def test_database_that_was_never_used_is_refused_and_gives_no_file(databases, tmp_path, capsys):
    """A mistyped address would give an empty backup every night, until somebody needs it."""
    file = tmp_path / "kopie.zip"

    assert main(["backup", str(file), "--database", databases.empty()]) == 2
    assert "nog niets van Weegschaal" in capsys.readouterr().err
    assert list(tmp_path.glob("kopie*")) == []


def test_restore_tells_what_somebody_changed_before_the_backup(
    sqlite_store, sqlite, tmp_path, framework, capsys
):
    assessments.create(sqlite_store, everything.MAKER, title="Schuldhulp", framework=framework)
    tamper(sqlite_store, "UPDATE audit SET who = 'ander'")
    file = tmp_path / "kopie.zip"
    main(["backup", str(file), "--database", url_of(sqlite_store)])

    assert main(["restore", str(file), "--database", sqlite.empty()]) == 1
    assert "entry 1: changed" in capsys.readouterr().err
