"""The app put together: settings, scorer, limits, routes, problems."""

from importlib.metadata import version

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from credscore.report import SCHEMA_VERSION
from credscore.scorer import Scorer
from credscore.service import openapi
from credscore.service.desk import Desk
from credscore.service.gate import Gate
from credscore.service.health import health
from credscore.service.home import PLACEHOLDER, home
from credscore.service.limits import Limits
from credscore.service.messages import TEXT, TITLE, ModelAnswer
from credscore.service.messages import Limits as Allowed
from credscore.service.metrics import Metrics
from credscore.service.problems import ProblemError, answer
from credscore.service.routes import v1
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
    about = ModelAnswer(
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
    app = FastAPI(
        title="credscore",
        version=number,
        description="How credibly a news-like text is sourced, and the words behind it.",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    limits, metrics = Limits(settings), Metrics(model)
    app.include_router(v1(Desk(scorer, settings), limits, metrics, about))
    app.include_router(health(limits, metrics, model.model_id, number))
    app.include_router(home(PLACEHOLDER))
    app.openapi = lambda: openapi.document(app, settings.api_key is not None)  # type: ignore[method-assign]
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
    app.add_middleware(Gate, metrics=metrics)
    return app


class _Cors(CORSMiddleware):
    """Starlette's, with a problem document for what is refused."""

    def preflight_response(self, request_headers: Headers) -> Response:
        response = super().preflight_response(request_headers)
        if response.status_code < 400:
            return response
        return ProblemError("bad_request", "Origin, method or header is not allowed.").response()
