"""What stands before several processes (负载均衡): it calls one after the other, and the next where one is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import cycle

from aiohttp import ClientConnectionError, ClientSession, web

from tests.crash.life import LOOK_EVERY, PATIENCE


class Balancer:
    """Passes calls on to the processes at some ports of this machine."""

    def __init__(self, session: ClientSession) -> None:
        self.ports: list[int] = []
        self.url = ""
        self._session = session
        self._turns = cycle((0, 1))

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator["Balancer"]:
        """A balancer at a port of its own."""
        async with ClientSession() as session:
            balancer = cls(session)
            application = web.Application()
            application.router.add_route("*", "/{path:.*}", balancer._pass_on)
            runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            balancer.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            try:
                yield balancer
            finally:
                await runner.cleanup()

    async def ready(self, place: int) -> None:
        """Waits until a process can do its work."""
        async with asyncio.timeout(PATIENCE):
            while not await self._is_ready(self.ports[place]):
                await asyncio.sleep(LOOK_EVERY)

    async def _is_ready(self, port: int) -> bool:
        try:
            async with self._session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                return answer.status == 200
        except ClientConnectionError:
            return False

    async def _pass_on(self, request: web.Request) -> web.Response:
        body, first = await request.read(), next(self._turns)
        for port in (*self.ports[first:], *self.ports[:first]):
            to = f"http://127.0.0.1:{port}{request.path}"
            try:
                async with self._session.request(request.method, to, data=body, headers=request.headers) as answer:
                    return web.Response(status=answer.status, headers={"Retry-After": "1"})
            except ClientConnectionError:
                continue
        return web.Response(status=502)
