"""The app put together: settings, scorer, limits, addresses, problems."""

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import Route

from credscore.model import Model
from credscore.report import SCHEMA_VERSION
from credscore.scorer import Scorer
from credscore.service.batching import Batching
from credscore.service.messages import TEXT, TITLE, Limits, ModelAnswer
from credscore.service.metrics import Metrics
from credscore.service.middleware import Middleware
from credscore.service.problems import ProblemError, answer
from credscore.service.request_limits import RequestLimits
from credscore.service.routes import add_health, add_pages, add_v1, key_guard
from credscore.service.settings import Settings


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
        If the model folder is refused.

    Examples
    --------
    >>> from fastapi import FastAPI
    >>> site = FastAPI()
    >>> site.mount("/credibility", create_app())
    """
    settings = settings or Settings()
    scorer = scorer or Scorer.load(settings.model)
    scorer.score(TEXT, TITLE)  # reads the lexicons: the first caller does not wait for it
    about = _about(scorer.model, settings)
    limits, metrics = RequestLimits(settings), Metrics(about.model_id)
    batching = Batching(scorer, limits, settings)
    guards = [key_guard(settings.api_key)] if settings.api_key else []

    app = FastAPI(
        title="credscore",
        version=about.credscore_version,
        description="How credibly a news-like text is sourced, and the words behind it.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        default_response_class=Response,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    add_v1(app, batching, metrics, about, guards)
    add_health(app, limits, metrics, about, guards)
    add_pages(app)
    paths: dict[Any, str] = {}
    for route in list(app.routes):
        assert isinstance(route, Route)
        paths[route.endpoint] = route.path
        if "GET" in (route.methods or ()):
            app.add_route(route.path, route.endpoint, ["HEAD"], include_in_schema=False)
    for error in (ProblemError, HTTPException):
        app.add_exception_handler(error, answer)
    if settings.cors_origins:
        app.add_middleware(
            _Cors,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "X-API-Key"],
            expose_headers=["Retry-After", "X-Request-Id"],
        )
    app.add_middleware(Middleware, metrics=metrics, paths=paths, seconds=settings.body_seconds)
    return app


def _about(model: Model, settings: Settings) -> ModelAnswer:
    return ModelAnswer(
        model_id=model.model_id,
        created=model.created,
        format_version=model.format_version,
        sha256=model.sha256,
        features=[weight.feature for weight in model.weights],
        credscore_version=version("credscore"),
        schema_version=SCHEMA_VERSION,
        limits=Limits(
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
