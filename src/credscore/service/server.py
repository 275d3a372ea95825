"""`credscore serve`: the app under uvicorn, in one process or several, with an end in time."""

import asyncio
import ctypes
import gc
import ipaddress
import logging
import multiprocessing
import multiprocessing.connection
import os
import signal
import socket
import sys
import tempfile
import threading
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

import uvicorn
from prometheus_client.multiprocess import mark_process_dead

from credscore.errors import CredscoreError
from credscore.model import Model, default_folder
from credscore.service.app import create_app
from credscore.service.logs import log, log_to
from credscore.service.settings import Settings

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_READ_SECONDS = 0.2
_LIBRARY = ctypes.CDLL(None) if sys.platform == "linux" else None
_GLIBC = _LIBRARY if hasattr(_LIBRARY, "malloc_trim") else None
_M_MMAP_THRESHOLD = -3


class AddressError(CredscoreError, OSError):
    """The address can't be listened at."""


class WorkerError(CredscoreError):
    """A worker process ended before it could serve."""


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Raises
    ------
    AddressError
        If the port is in use, or the host is not this machine's.
    ModelFileError
        If the model folder is refused.
    WorkerError
        If a worker process ends before it serves.
    """
    log_to(None, settings.log_level)
    with _listener(settings) as listener:
        host = listener.getsockname()[0]
        if not ipaddress.ip_address(host).is_loopback and settings.api_key is None:
            log(logging.WARNING, "open to the network without an API key")
        if settings.workers == 1:
            _work(settings, listener, None)
        else:
            Model.load(settings.model or default_folder())  # an error before a process begins
            with tempfile.TemporaryDirectory(prefix="credscore-metrics-") as folder:
                os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
                try:
                    _supervise(settings, listener)
                finally:
                    del os.environ["PROMETHEUS_MULTIPROC_DIR"]
    log(logging.INFO, "stopped")


class Server(uvicorn.Server):
    """uvicorn's server, which ends within `seconds` of a signal, whatever runs."""

    def __init__(self, config: uvicorn.Config, seconds: float) -> None:
        super().__init__(config)
        self._seconds = seconds

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Read what has arrived, then close; callers that are left are told 503 (middleware)."""
        end = threading.Timer(self._seconds - 0.5, os._exit, [0])  # the signal was noticed late
        end.daemon = True
        end.start()
        await asyncio.sleep(_READ_SECONDS)
        await super().shutdown(sockets)


def _work(settings: Settings, listener: socket.socket, ready: Connection | None) -> None:
    """Serve in this process; `ready` tells the supervisor that a signal is heeded from now on."""
    config = uvicorn.Config(
        create_app(settings),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=max(settings.shutdown_seconds - 1, 1),
        callback_notify=_return_memory,  # every 30 seconds
    )
    if _GLIBC:
        _GLIBC.mallopt(_M_MMAP_THRESHOLD, 1_000_000)  # larger blocks go back when they are freed
    gc.collect()
    gc.freeze()  # what lasts as long as the process is not searched through for garbage
    server = Server(config, settings.shutdown_seconds)
    for number in _SIGNALS:
        signal.signal(number, server.handle_exit)
    if ready:
        ready.send(True)
    else:
        _listen(listener)
    server.run(sockets=[listener])


async def _return_memory() -> None:
    """Give freed memory back to the system; glibc keeps it for the threads that had it."""
    if _GLIBC:
        _GLIBC.malloc_trim(0)


def _listen(listener: socket.socket) -> None:
    listener.listen(2048)  # from here on callers are kept until they are served
    host, port = listener.getsockname()[:2]
    log(logging.INFO, "listening", host=host, port=port)


def _work_in_process(settings: Settings, listener: socket.socket, ready: Connection) -> None:
    """A worker process: it ends with its parent, too."""
    log_to(None, settings.log_level)
    parent = multiprocessing.parent_process()

    def end_with_parent() -> None:
        if parent:
            parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end_with_parent, daemon=True).start()
    _work(settings, listener, ready)


def _supervise(settings: Settings, listener: socket.socket) -> None:
    """Start worker processes, start another if one dies, end all at a signal."""
    context = multiprocessing.get_context("spawn")
    workers: list[SpawnProcess] = []
    ended = False

    def end(*_: object) -> None:
        nonlocal ended
        ended = True
        for worker in workers:
            worker.terminate()

    def start() -> None:
        here, there = context.Pipe()
        worker = context.Process(target=_work_in_process, args=(settings, listener, there))
        worker.start()
        workers.append(worker)
        if ended:
            worker.terminate()
        multiprocessing.connection.wait([here, worker.sentinel])
        if not here.poll() and not ended:
            end()
            raise WorkerError(f"A worker process ended with {worker.exitcode} before it served.")

    for number in _SIGNALS:
        signal.signal(number, end)
    for _ in range(settings.workers):
        start()
    if not ended:
        _listen(listener)
    while workers:
        multiprocessing.connection.wait([worker.sentinel for worker in workers])
        for worker in [worker for worker in workers if not worker.is_alive()]:
            workers.remove(worker)
            mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
            if not ended:
                log(logging.ERROR, "worker died", code=worker.exitcode)
                start()


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
            if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux: for each connection that it accepts
                unread = round(1000 * settings.body_seconds)
                listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, unread)
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
