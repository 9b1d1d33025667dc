"""A real OpenID provider as a process of its own, on a free port."""

import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.oidc import fetch

PATIENCE = 30.0


class OpenIdProvider:
    """The provider of one app; whoever types the name of an account there is that person."""

    def __init__(self, port: int, app: str, log: Path) -> None:
        self.url = f"http://localhost:{port}"
        self.metadata = f"{self.url}/.well-known/openid-configuration"
        with log.open("ab") as out:
            self._process = subprocess.Popen(
                [*fetch.command(), self.url, app], stdout=out, stderr=subprocess.STDOUT
            )
        begun = time.monotonic()
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() - begun > PATIENCE:
                raise AssertionError(f"the OpenID provider does not start:\n{log.read_text()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop the process."""
        self._process.kill()
        self._process.wait()

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.metadata, timeout=1) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False
