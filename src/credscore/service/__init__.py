"""The service: credscore over HTTP, to be run by `credscore serve` or mounted in another app."""

from credscore.errors import needs

with needs("service"):
    import orjson  # an answer's first need of it would be too late

    from credscore.service.app import create_app
    from credscore.service.server import serve
    from credscore.service.settings import Settings
