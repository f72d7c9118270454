"""Structured log: JSON lines, ours and the server's, with an id and no personal data."""

import logging
import sys
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog
from structlog.contextvars import bind_contextvars, merge_contextvars

import metrics
from web import faults
from web.ids import new_id

_log = structlog.get_logger("bob")
_JSON = structlog.processors.JSONRenderer(ensure_ascii=False)
_COMMON: list[structlog.types.Processor] = [
    merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_SERVERS = ("uvicorn", "streamlit", "websockets", "asyncio")  # whose lines become ours


def configure(level: str) -> None:
    """Write JSON lines to standard error at the given level and above."""
    structlog.configure(
        processors=[*_COMMON, _keep_own, structlog.processors.format_exc_info, _JSON],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    take_over()


def take_over() -> None:
    """Let what the server and its libraries log become lines of ours too. Each of them makes
    loggers of its own as it is loaded: to be called again when the server has loaded them."""
    logging.captureWarnings(True)  # of Python, which are written as they are else
    # uvicorn's lines of requests hold the visitor's address and the query string.
    logging.getLogger("uvicorn.access").disabled = True
    root = logging.getLogger()
    if not any(isinstance(one.formatter, _Formatter) for one in root.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(_Formatter())
        handler.addFilter(_has_no_address)
        root.addHandler(handler)
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in _SERVERS:
            logger = logging.getLogger(name)
            logger.handlers.clear()
            logger.propagate = True


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """The same JSON of a line that is not ours, with the name of whose it is."""

    def __init__(self) -> None:
        super().__init__(
            foreign_pre_chain=[*_COMMON, structlog.stdlib.add_logger_name],
            processors=[
                _keep_foreign,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _JSON,
            ],
        )


def _has_no_address(record: logging.LogRecord) -> bool:
    """False for what tells of each connection by its address and query string."""
    return not (record.name == "uvicorn.error" and '"WebSocket' in str(record.msg))


def _keep_own(_logger: Any, _name: str, line: MutableMapping[str, Any]) -> Any:
    faults.keep(line, str(line["event"]))
    return line


def _keep_foreign(_logger: Any, _name: str, line: MutableMapping[str, Any]) -> Any:
    line["exc_info"] = line.get("exc_info") or line["_record"].exc_info
    faults.keep(line, str(line["logger"]))  # its words may be anybody's
    return line


@contextmanager
def rerun(page: str, session: str = "") -> Iterator[None]:
    """Log one line for a run of a page's script, with its milliseconds, an id of its own and that
    of the session. What is logged within has them too, and so has what fails after it."""
    start, outcome = time.perf_counter(), "stopped"
    bind_contextvars(id=new_id(), **({"session": session} if session else {}))
    try:
        yield
        outcome = "ok"
    except Exception:  # what ends a run on purpose is none
        outcome = "failed"
        raise
    finally:
        took = time.perf_counter() - start
        metrics.RERUNS.labels(page, outcome).inc()
        metrics.RERUN_SECONDS.labels(page).observe(took)
        _log.info("rerun", page=page, outcome=outcome, ms=to_ms(took))


def to_ms(seconds: float) -> float:
    """Milliseconds as they are logged."""
    return round(seconds * 1000, 1)


def failure(what: str, error: BaseException, **details: object) -> None:
    """Log an error with its traceback."""
    _log.error(what, exc_info=error, **details)
