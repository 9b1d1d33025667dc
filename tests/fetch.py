"""Fetch what the tests need besides Python: `python -m tests.fetch`. Does nothing when all is there."""

from tests.browser import chromium
from tests.oidc import fetch as oidc
from tests.verapdf import fetch as verapdf


def main() -> None:
    """Fetch a browser, an OpenID provider and the validator for PDF."""
    chromium.fetch()
    oidc.main()
    verapdf.main()


if __name__ == "__main__":
    main()
