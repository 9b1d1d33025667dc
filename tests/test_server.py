"""Starting the server: what stands in the way is said in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import server
from services import frameworks

ROOT = Path(__file__).resolve().parent.parent


def test_server_that_cannot_start_says_why_and_nothing_else():
    started = subprocess.run(
        [sys.executable, "server.py"],
        check=False,
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": "postgresql://u:ge@heim@host/d"},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert started.returncode == 2
    assert started.stderr == (
        "In DATABASE_URL staat na het wachtwoord nog een @. Schrijf een @ in een wachtwoord als %40.\n"
    )
    assert started.stdout == ""


@pytest.fixture
def start(monkeypatch, capsys, tmp_path):
    """Start with one setting; give what is said when that is impossible."""

    def starting(name, value):
        monkeypatch.setattr(sys, "argv", ["server.py"])
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'weegschaal.db'}")
        monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as stopped:
            server.main()
        assert stopped.value.code == 2
        return capsys.readouterr().err

    return starting


@pytest.mark.parametrize(
    "name,value,words",
    [
        ("DATABASE_URL", "mysql://u:geheim@h/d", "DATABASE_URL begint met 'mysql'"),
        ("DATABASE_URL", "postgresql://u:geheim@127.0.0.1:1/d", "De database is niet te openen"),
        ("DATABASE_URL", f"sqlite:///{__file__}", "Deze database is niet te gebruiken"),
        ("WEEGSCHAAL_HOSTS", "https://weegschaal.nl", "WEEGSCHAAL_HOSTS bevat"),
    ],
)
def test_setting_that_stops_the_start_is_named(start, name, value, words):
    said = start(name, value)

    assert said.startswith(words)
    assert "geheim" not in said
    assert len(said.splitlines()) == 1


def test_framework_that_is_wrong_or_absent_stops_the_start(start, monkeypatch, tmp_path):
    monkeypatch.setattr(frameworks, "_folder", lambda: tmp_path)
    assert "geen vastgesteld afwegingskader" in start("WEEGSCHAAL_HOSTS", "")

    (tmp_path / "2026.1").mkdir()
    (tmp_path / "2026.1" / "framework.yaml").write_text("titel: fout")
    said = start("WEEGSCHAAL_HOSTS", "")
    assert "framework.yaml" in said
    assert "Traceback" not in said
