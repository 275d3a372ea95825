"""The service: credscore over HTTP, to be run by `credscore serve` or mounted in another app."""

from credscore.errors import missing

try:
    import orjson  # an answer's first need of it would be too late

    from credscore.service.app import create_app
    from credscore.service.server import serve
    from credscore.service.settings import Settings
except ModuleNotFoundError as error:
    raise missing(error, "service") from None
