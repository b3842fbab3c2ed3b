"""What keeps the board to itself: a strict content policy, no cross-site posts, tokens for rulings."""

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from khabar.web.problems import answer, problem

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""`same-origin` for the referrer: an outlet must not learn from a click that a desk is looking at its page."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Puts the headers on every answer, and refuses what another site's page sends in a person's name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is no cross-site post."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if scope["method"] not in SAFE and foreign(Headers(scope=scope)):
            refusal = answer(
                problem(403, "a page of another site sent this; open the board and do it there", scope["path"])
            )
            await refusal(scope, receive, guarded)
        else:
            await self.app(scope, receive, guarded)


def foreign(headers: Headers) -> bool:
    """Whether a browser says that another site's page made this request. A program that sends neither header is none."""
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


class Tokens:
    """Tokens for forms that change something: made with a secret of this process, worth nothing to another site."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def make(self, purpose: str) -> str:
        """A token for one purpose."""
        return hmac.new(self._secret, purpose.encode(), hashlib.sha256).hexdigest()

    def fits(self, purpose: str, token: str) -> bool:
        """Whether the token was made here for this purpose."""
        return hmac.compare_digest(self.make(purpose).encode(), token.encode("utf-8", "replace"))
