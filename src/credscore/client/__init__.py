"""A client of the service (extra `client`): its answers as the library's own types."""

from credscore.client.exchange import ServiceError
from credscore.client.service_client import Client, Sourcing
