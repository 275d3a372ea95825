"""A client of the service (extra `client`): its answers as the library's own types."""

from credscore.client.service_client import Client, ServiceError, Sourcing
