"""A client of the service (extra `client`), which returns the library's own types."""

from credscore.client.service_client import Client, ServiceError, Sourcing
