"""The log (日志): one line an event on the standard error, ours and the libraries' alike, without secrets."""

import logging
import re
import sys
from typing import Final

from bot.leaving_out import left_out

with left_out("rich"):
    import structlog
    from structlog.typing import Processor

get_logger = structlog.get_logger
"""The log of a module."""

TOKEN: Final = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,}")
"""What a Telegram token looks like; libraries may quote addresses that contain it."""
CHATTY: Final = ("aiogram", "aiohttp", "alembic", "apscheduler", "asyncio", "httpcore", "httpx", "telegram", "uvicorn")
"""Libraries that are heard only when something is wrong."""


def set_up_logs(level: str) -> None:
    """Sends everything from `level` on to the standard error."""
    before: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *before,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _WithoutSecrets(
            foreign_pre_chain=before,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "logger", "event"]),
            ],
        )
    )
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level.upper())))


class _WithoutSecrets(structlog.stdlib.ProcessorFormatter):
    def format(self, record: logging.LogRecord) -> str:
        """One line, in which no token stands."""
        return TOKEN.sub("<token>", super().format(record))
