"""Limits on the body and the time of a request, as ASGI layers: no page has to think of them."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from khabar.web.problems import answer, problem


class _TooMuchError(Exception):
    """The body went over the limit while it was read."""


class BodyLimit:
    """Refuses a body over `limit` bytes, by what it says of itself or by what arrives."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on with its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if _said(scope) > self.limit:
            await self._refuse(scope, receive, send)
            return
        try:
            await self.app(scope, self._counted(receive), send)
        except _TooMuchError:
            await self._refuse(scope, receive, send)

    def _counted(self, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                raise _TooMuchError
            return message

        return counted

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = answer(problem(413, f"the body is over {self.limit} bytes", scope["path"]))
        await refusal(scope, receive, send)


def _said(scope: Scope) -> int:
    said = dict(scope["headers"]).get(b"content-length", b"0")
    return int(said) if said.isdigit() else 0


class TimeLimit:
    """Ends an answer that takes longer than `seconds` with 503, if nothing of it was sent yet."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on under a clock."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            async with asyncio.timeout(self.seconds):
                await self.app(scope, receive, watched)
        except TimeoutError:
            if begun:
                raise
            late = answer(problem(503, f"no answer within {self.seconds:g} seconds; ask for less", scope["path"]))
            await late(scope, receive, send)
