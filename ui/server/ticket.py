"""What the provider said of whoever sends a request, from Streamlit's own signed cookie."""

import json
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME


def claims(cookies: Mapping[str, str]) -> dict[str, Any]:
    """Return the claims in the cookie; nothing when there is none, or when we did not sign it."""

    def one(name: str) -> bytes | None:
        value = cookies.get(name)
        return None if value is None else decode_signed_value(get_cookie_secret(), name, value)

    try:
        found = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
