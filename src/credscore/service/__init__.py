"""The service: credscore over HTTP, to be run by `credscore serve` or mounted in another app."""

from credscore.errors import needs

with needs("service"):
    from credscore.service.app import create_app
    from credscore.service.server import serve
    from credscore.service.settings import Settings
