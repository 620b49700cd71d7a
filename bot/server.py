"""The web server of `hujifen serve`: its routes, and whether it lives and is ready."""

from collections.abc import Awaitable, Callable, Sequence
from socket import socket
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn import Config, Server

from bot.event_loop import told_to_stop

STOPPING: Final = 1
"""Seconds that requests may still take at the end."""


def application(routes: Sequence[BaseRoute], *, is_ready: Callable[[], Awaitable[bool]]) -> Starlette:
    """The application: the given routes, `/healthz` (it lives), `/readyz` (it can do its work) and `/metrics`."""

    async def live(_request: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(_request: Request) -> Response:
        return PlainTextResponse("ready") if await is_ready() else PlainTextResponse("not ready", status_code=503)

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    own = (Route("/healthz", live), Route("/readyz", ready), Route("/metrics", metrics))
    return Starlette(routes=[*own, *routes])


def with_webhook(app: ASGIApp, path: str, webhook: ASGIApp) -> ASGIApp:
    """An application with a webhook that is called often: what comes for it takes no way through routes and layers."""

    async def called(scope: Scope, receive: Receive, send: Send) -> None:
        mine = scope["type"] == "http" and scope["path"] == path
        await (webhook if mine else app)(scope, receive, send)

    return called


def web_server(app: ASGIApp) -> Server:
    """A server for an application."""
    config = Config(
        app,
        http="httptools",
        ws="none",
        lifespan="off",
        # The path of the webhook is nobody's business, in a log neither.
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=STOPPING,
    )
    return Server(config)


async def serve(app: ASGIApp, listening: socket) -> None:
    """Serves an application until it is told to stop and what it was asked is answered."""
    # uvicorn hears the signals itself, and sends them once more when it is done.
    with told_to_stop(lambda: None):
        await web_server(app).serve(sockets=[listening])
