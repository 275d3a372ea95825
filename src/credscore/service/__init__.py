"""The HTTP service: `credscore serve` runs it, and other apps can mount it."""

from credscore.errors import needs

with needs("service"):
    from credscore.service.app import create_app
    from credscore.service.server import serve
    from credscore.service.settings import Settings
