"""Runs the app under uvicorn (`credscore serve`), in one or several processes that end in time."""

import asyncio
import ctypes
import gc
import ipaddress
import logging
import multiprocessing
import os
import platform
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Semaphore

import uvicorn
from prometheus_client.multiprocess import mark_process_dead

from credscore.errors import CredscoreError
from credscore.model import Model, default_folder
from credscore.service.app import create_app
from credscore.service.logs import are_for_people, log, log_to_stderr
from credscore.service.metrics import FOLDER
from credscore.service.settings import Settings

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_GLIBC = ctypes.CDLL(None) if platform.libc_ver()[0] == "glibc" else None
_M_MMAP_THRESHOLD = -3


class ServeError(CredscoreError):
    """The service can't listen at the address, or a worker process ended before it served."""


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Raises ServeError if the port is in use, the host is not this machine's, or a worker process
    ends too early, and ModelFileError if the model folder is refused.
    """
    log_to_stderr(settings.log_level, settings.log_format)
    with _listener(settings) as listener:
        host, port = listener.getsockname()[:2]
        page = _page(host, port)
        if not ipaddress.ip_address(host).is_loopback and settings.api_key is None:
            log(logging.WARNING, "open to the network without an API key")

        def ready() -> None:
            listener.listen(2048)  # from here on connections wait until they are served
            if are_for_people(settings.log_format):
                message = f"The page: {page}  The API: {page}docs  Ctrl-C ends the service."
                print(message, file=sys.stderr, flush=True)
            else:
                log(logging.INFO, "listening", host=host, port=port, page=page)

        run = _work if settings.workers == 1 else _supervise
        run(settings, listener, ready)
    log(logging.INFO, "stopped")


def _page(host: str, port: int) -> str:
    """The address of the page for a person; an address for all interfaces is shown as localhost."""
    address = ipaddress.ip_address(host)
    if address.is_unspecified:
        host = "::1" if address.version == 6 else "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


class Server(uvicorn.Server):
    """uvicorn's server, which always ends in time."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Read what has arrived, then close; the middleware answers remaining callers with 503."""
        seconds = self.config.timeout_graceful_shutdown or 0
        end = threading.Timer(seconds + 0.9, os._exit, [0])  # allows for a late signal
        end.daemon = True
        end.start()
        await asyncio.sleep(0.2)
        await super().shutdown(sockets)


def _work(settings: Settings, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve in this process; `ready` is called when signals are handled."""
    config = uvicorn.Config(
        create_app(settings), log_config=None, access_log=False, server_header=False,
        proxy_headers=False, lifespan="off", ws="none",
        timeout_keep_alive=settings.idle_seconds,
        timeout_graceful_shutdown=settings.shutdown_seconds - 1.3,  # type: ignore[arg-type]
        callback_notify=_return_memory,  # every 30 seconds
    )  # fmt: skip
    if _GLIBC:
        _GLIBC.mallopt(_M_MMAP_THRESHOLD, 1_000_000)  # larger blocks are returned when freed
    gc.collect()
    gc.freeze()  # lasting objects are not searched for garbage
    gc.set_threshold(700)  # bodies of refused requests are freed soon
    server = Server(config)
    for number in _SIGNALS:
        signal.signal(number, server.handle_exit)
    ready()
    server.run(sockets=[listener])


async def _return_memory() -> None:
    """Return freed memory to the system; glibc keeps it for the threads that had it."""
    if _GLIBC:
        _GLIBC.malloc_trim(0)


def _work_in_process(settings: Settings, listener: socket.socket, serving: Semaphore) -> None:
    """Serve in a worker process, which also ends when its parent does."""
    log_to_stderr(settings.log_level, settings.log_format)

    def end_with_parent() -> None:
        multiprocessing.parent_process().join()  # type: ignore[union-attr]
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end_with_parent, daemon=True).start()
    _work(settings, listener, serving.release)


def _supervise(settings: Settings, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Start worker processes, replace one that dies, end all at a signal."""
    Model.load(settings.model or default_folder())  # fails before a process starts
    ended, context = threading.Event(), multiprocessing.get_context("spawn")
    for number in _SIGNALS:
        signal.signal(number, lambda *_: ended.set())
    serving, missing = context.Semaphore(0), settings.workers

    def start() -> SpawnProcess:
        worker = context.Process(target=_work_in_process, args=(settings, listener, serving))
        worker.start()
        return worker

    with tempfile.TemporaryDirectory(prefix="credscore-metrics-") as folder:
        os.environ[FOLDER] = folder
        workers = [start() for _ in range(missing)]
        try:
            while missing and not ended.is_set():
                missing -= serving.acquire(timeout=0.1)
                for worker in workers:
                    if (code := worker.exitcode) is not None:
                        raise ServeError(f"A worker process ended with {code} before it served.")
            if not missing:
                ready()
            while not ended.wait(0.1):
                for index, worker in enumerate(workers):
                    if worker.exitcode is not None:
                        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
                        log(logging.ERROR, "worker died", code=worker.exitcode)
                        workers[index] = start()
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.join()


def _listener(settings: Settings) -> socket.socket:
    """A bound socket with a stated protocol; only then asyncio sends small packets at once."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux: holds for accepted connections
            unread = round(2000 * settings.body_seconds)  # the app closes it earlier
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, unread)
        listener.bind((settings.host, settings.port))
    except (OSError, UnicodeError) as error:
        listener.close()
        raise ServeError(
            f"{settings.host}:{settings.port}: can't be listened at: "
            f"{getattr(error, 'strerror', error)}. Name another --port, or another --host."
        ) from None
    return listener
