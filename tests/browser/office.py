"""A server where people sign in at a real OpenID provider, and what they do at its door."""

from pathlib import Path

from playwright.sync_api import expect

from services.roles import Role
from services.users import User
from tests.browser.screen import Screen
from tests.browser.server import Launch, Server, free_port
from tests.oidc.provider import OpenIdProvider

BEA = User("bim", "Bea de Vries", frozenset({Role.BIM}))


class Office(Server):
    """A server with a provider of its own."""

    def __init__(self, folder: Path, hours: str, launch: Launch | None = None) -> None:
        super().__init__(folder, launch)
        self.provider = OpenIdProvider(free_port(), self.url, folder / "provider.log")
        self.friends = (self.provider.url,)
        self.settings = {
            "WEEGSCHAAL_OIDC_URL": self.provider.metadata,
            "WEEGSCHAAL_OIDC_CLIENT_ID": "weegschaal",
            "WEEGSCHAAL_OIDC_CLIENT_SECRET": "geheim-van-de-app",
            "WEEGSCHAAL_OIDC_COOKIE_SECRET": "geheim-van-de-koekjes-0123456789abcdef",
            "WEEGSCHAAL_URL": self.url,
            "WEEGSCHAAL_ROLES": "inkoop=bim;ethiek=network;lezers=reader",
            "WEEGSCHAAL_SESSION_HOURS": hours,
        }

    def __exit__(self, *why: object) -> None:
        self.kill()
        self.provider.stop()


def identify(screen: Screen, account: str) -> None:
    """Say at the provider who one is; the page that follows is ours."""
    screen.page.get_by_label("Naam").fill(account)
    screen.page.get_by_role("button", name="Verder").click()
    screen.page.wait_for_url(f"{screen.server.url}/**")
    screen.settle()


def sign_in(screen: Screen, account: str, path: str = "/") -> None:
    """Open a page, and sign in because it asks for that."""
    screen.open(path)
    heading(screen, "Aanmelden")
    screen.page.get_by_role("button", name="Aanmelden", exact=True).click()
    identify(screen, account)


def sign_out(screen: Screen) -> None:
    """Leave, here and at the provider."""
    screen.page.get_by_role("button", name="Afmelden").click()
    screen.page.get_by_role("button", name="Ook hier afmelden").click()
    screen.page.wait_for_url(f"{screen.server.url}/**")
    screen.settle()


def heading(screen: Screen, text: str) -> None:
    """See this main heading."""
    expect(screen.page.get_by_role("heading", level=1)).to_have_text(text)
