"""The app put together: settings, scorer, limits, endpoints, problems."""

from importlib.metadata import version

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from credscore import page
from credscore.model import Model
from credscore.report import SCHEMA_VERSION
from credscore.scorer import Scorer
from credscore.service.batching import Desk
from credscore.service.health import health
from credscore.service.home import home
from credscore.service.messages import TEXT, TITLE, ModelAnswer
from credscore.service.messages import Limits as Allowed
from credscore.service.metrics import Metrics
from credscore.service.middleware import Gate
from credscore.service.openapi import described
from credscore.service.problems import ProblemError, answer
from credscore.service.request_limits import Limits
from credscore.service.routes import v1
from credscore.service.settings import Settings
from credscore.service.shortcut import Shortcut


def create_app(settings: Settings | None = None, scorer: Scorer | None = None) -> FastAPI:
    """An app that scores; run it, or mount it in another ASGI app.

    Parameters
    ----------
    settings
        None: from the environment (CREDSCORE_NAME) and defaults.
    scorer
        None: the model of the settings. A scorer may be shared with the rest of a program.

    Raises
    ------
    ModelFileError
        Where the model folder is refused.

    Examples
    --------
    >>> from fastapi import FastAPI
    >>> site = FastAPI()
    >>> site.mount("/credibility", create_app())
    """
    settings = settings or Settings()
    scorer = scorer or Scorer.load(settings.model)
    scorer.score(TEXT, TITLE)  # reads the lexicons: the first caller does not wait for it
    model, number = scorer.model, version("credscore")
    limits, metrics, desk = Limits(settings), Metrics(model), Desk(scorer, settings)
    endpoints = [
        *v1(desk, limits, metrics, _about(model, number, settings)),
        *health(limits, metrics, model.model_id, number),
        *home(page.app(), desk, limits),
    ]
    endpoints.append(described(endpoints, number, settings.api_key is not None))

    app = FastAPI(title="credscore", version=number, openapi_url=None, redirect_slashes=False)
    for endpoint in endpoints:
        app.add_route(endpoint.path, endpoint.handler, methods=[endpoint.method])
    for error in (ProblemError, HTTPException):
        app.add_exception_handler(error, answer)
    app.add_middleware(Shortcut, endpoints=endpoints)
    if settings.cors_origins:
        app.add_middleware(
            _Cors,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "X-API-Key"],
            expose_headers=["Retry-After", "X-Request-Id"],
        )
    paths = {endpoint.handler: endpoint.path for endpoint in endpoints}
    app.add_middleware(Gate, metrics=metrics, paths=paths)
    return app


def _about(model: Model, number: str, settings: Settings) -> ModelAnswer:
    return ModelAnswer(
        model_id=model.model_id,
        created=model.created,
        format_version=model.format_version,
        sha256=model.sha256,
        features=[weight.feature for weight in model.weights],
        credscore_version=number,
        schema_version=SCHEMA_VERSION,
        limits=Allowed(
            body_bytes=settings.max_body_bytes,
            items=settings.max_items,
            characters=settings.max_characters,
        ),
    )


class _Cors(CORSMiddleware):
    """Starlette's, with a problem document for what is refused."""

    def preflight_response(self, request_headers: Headers) -> Response:
        response = super().preflight_response(request_headers)
        if response.status_code >= 400:
            raise ProblemError("bad_request", "The origin, method or header is not allowed.")
        return response
