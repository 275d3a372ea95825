"""The app put together: settings, scorer, limits, addresses, problems."""

from importlib.metadata import version

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from credscore.report import SCHEMA_VERSION
from credscore.scorer import Scorer
from credscore.service import routes
from credscore.service.batching import Batching
from credscore.service.messages import TEXT, TITLE, ModelAnswer
from credscore.service.metrics import Metrics
from credscore.service.middleware import Middleware
from credscore.service.problems import ProblemError, answer
from credscore.service.request_limits import RequestLimits
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
    model = scorer.model
    names = ("model_id", "created", "format_version", "sha256")
    about = ModelAnswer(
        **{name: getattr(model, name) for name in names},
        features=[weight.feature for weight in model.weights],
        credscore_version=version("credscore"),
        schema_version=SCHEMA_VERSION,
        limits={
            "body_bytes": settings.max_body_bytes,
            "items": settings.max_items,
            "characters": settings.max_characters,
        },
    )
    limits, metrics = RequestLimits(settings), Metrics(model.model_id)
    guards = [routes.key_guard(settings.api_key)] if settings.api_key else []
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
    batching = Batching(scorer, limits, metrics, settings)
    app.include_router(routes.work_routes(batching, limits, about), dependencies=guards)
    routes.add_health(app, limits, about)
    routes.add_metrics(app, metrics, guards)
    routes.add_pages(app)
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
    app.add_middleware(Middleware, metrics=metrics, limits=limits, seconds=settings.body_seconds)
    return app


class _Cors(CORSMiddleware):
    """Starlette's, with a problem document for what is refused."""

    def preflight_response(self, request_headers: Headers) -> Response:
        response = super().preflight_response(request_headers)
        if response.status_code >= 400:
            raise ProblemError("bad_request", "The origin, method or header is not allowed.")
        return response
