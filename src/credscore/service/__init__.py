"""The service: credscore over HTTP, to be run by `credscore serve` or mounted in another app.

>>> from credscore.service import create_app
>>> create_app().title
'credscore'
"""

from credscore.service.app import create_app
from credscore.service.server import serve
from credscore.service.settings import Settings

__all__ = ["Settings", "create_app", "serve"]
