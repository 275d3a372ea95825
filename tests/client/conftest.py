"""The server of the service's tests."""

from tests.service.conftest import command, server, start

__all__ = ["command", "server", "start"]
