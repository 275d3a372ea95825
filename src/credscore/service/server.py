"""`credscore serve`: the app under uvicorn, with an end that finishes what it accepted."""

import gc
import ipaddress
import logging
import os
import signal
import socket

import uvicorn

from credscore.errors import CredscoreError
from credscore.service.app import create_app
from credscore.service.connection import Connection
from credscore.service.logs import log, log_to
from credscore.service.settings import Settings


class AddressError(CredscoreError, OSError):
    """The address can't be listened at."""


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Raises
    ------
    AddressError
        Where the port is in use, or the host is not this machine's.
    ModelFileError
        Where the model folder is refused.
    """
    log_to(None, settings.log_level)
    with _listener(settings) as listener:
        host, port = listener.getsockname()[:2]
        app = create_app(settings)
        gc.collect()
        gc.freeze()  # what lasts as long as the process is not searched through for garbage
        config = uvicorn.Config(
            app,
            http=type("Bounded", (Connection,), {"seconds": settings.body_seconds}),
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=settings.shutdown_seconds,
        )
        if not ipaddress.ip_address(host).is_loopback and settings.api_key is None:
            log(logging.WARNING, "open to the network without an API key")
        listener.listen(config.backlog)  # from here on callers are kept until they are served
        log(logging.INFO, "listening", host=host, port=port)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _ended)  # uvicorn raises the signal anew when all is finished
        uvicorn.Server(config).run(sockets=[listener])
    log(logging.INFO, "stopped")


def _ended(number: int, frame: object) -> None:
    """A signal after the end changes nothing: the exit code is 0."""


def _listener(settings: Settings) -> socket.socket:
    """A bound socket. It states its protocol: only then asyncio sends small packets at once."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol or socket.IPPROTO_TCP)
        try:
            if os.name == "posix":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
        except OSError:
            listener.close()
            raise
        return listener
    except (OSError, UnicodeError) as error:
        number = getattr(error, "errno", None)
        reason = os.strerror(number) if number and number > 0 else error
        raise AddressError(
            f"{settings.host}:{settings.port}: can't be listened at: {reason}. "
            "Name another --port, or another --host."
        ) from None
