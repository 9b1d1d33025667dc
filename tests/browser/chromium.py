"""Find a Chromium, or fetch one: `python -m tests.browser.chromium`."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from playwright.sync_api import sync_playwright

# Debian's Chromium without windows: the same browser for a page, and a quarter less work for the computer.
SHELL = "chromium-headless-shell"
ADVICE = "no Chromium: apt-get cannot install it here (root or sudo), and playwright cannot download it"


def executable() -> str | None:
    """Return the path of a Chromium on this machine: the system's, or the one that Playwright fetched."""
    for name in (SHELL, "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None  # noqa: PTH110 - a path of another library, as it gave it


def arguments() -> list[str]:
    """Return what Chromium needs here; root has no sandbox, and to imitate a graphics card takes time."""
    return ["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def fetch() -> None:
    """Get a Chromium without windows where we may; any other will do, from Playwright if it must be."""
    if shutil.which(SHELL):
        return
    root: Sequence[str] = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt, "install", "-y", "-q", "--no-install-recommends", SHELL]
    playwright = [sys.executable, "-m", "playwright", "install"]
    if _works(install) or (_works([*apt, "update", "-q"]) and _works(install)) or executable():
        return
    attempts = (
        [[*playwright, "--with-deps", "chromium"]],
        [[*playwright, "chromium"]],
    )
    if not any(all(_works(command) for command in attempt) and executable() for attempt in attempts):
        raise SystemExit(ADVICE)


def _works(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    fetch()
