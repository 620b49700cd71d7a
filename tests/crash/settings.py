"""The settings of a real bot in front of the tests' server."""

from socket import create_server

from tests.botapi import World


def settings_before(world: World, database: str, library: str) -> dict[str, str]:
    """The variables of a process that serves the server's bot, called at a port that is its own."""
    port = free_port()
    return {
        "HUJIFEN_TELEGRAM_TOKEN": world.token,
        "HUJIFEN_TELEGRAM_API": world.url,
        "HUJIFEN_TELEGRAM_LIBRARY": library,
        "HUJIFEN_DATABASE_URL": database,
        "HUJIFEN_PORT": str(port),
        "HUJIFEN_PUBLIC_URL": f"http://127.0.0.1:{port}",
    }


def free_port() -> int:
    """A port at which nobody listens."""
    with create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port
