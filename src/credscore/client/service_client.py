"""Offers the addresses of the service as methods."""

import json
import time
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from typing import Any, NamedTuple, Self, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from credscore.errors import CredscoreError, InputError, InputValueError
from credscore.pooling import Article, ClaimReport, as_articles
from credscore.problem import Problem
from credscore.report import Attribution, Failure, Profile, Report
from credscore.signals import require_many, require_texts

Answer = TypeVar("Answer")
_AGAIN = (429, 503)  # temporary problems
_MOST_SECONDS = 60.0  # the longest wait before a request is sent again


class ServiceError(CredscoreError):
    """The service refused a request, can't be reached, or sent an unexpected answer.

    `status` is the status of the answer, None if there is none. `problem` is the problem document
    of the service; None if something else answered, such as a proxy.
    """

    def __init__(
        self, message: str, status: int | None = None, problem: Problem | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.problem = status, problem

    @classmethod
    def of(cls, problem: Problem) -> "ServiceError":
        return cls(f"{problem.status}: {problem.title} {problem.detail}", problem.status, problem)


def _read(kind: type[Answer], content: bytes) -> Answer:
    try:
        return TypeAdapter(kind).validate_json(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise ServiceError(
            f"The answer does not fit: {place}: {first['msg']}. Is this a credscore service, "
            "and of the version of this client?"
        ) from None


def _refused(response: httpx.Response) -> ServiceError:
    try:
        return ServiceError.of(Problem.model_validate_json(response.content))
    except ValidationError:
        status = response.status_code
        return ServiceError(
            f"{response.url}: {status} without a problem document. Is this a credscore service, "
            "or a proxy whose service does not run?",
            status,
        )


class Sourcing(NamedTuple):
    """Who said what in a text, its sourcing profile, and a summary sentence."""

    attributions: tuple[Attribution, ...]
    profile: Profile
    summary: str


class _Line(BaseModel):
    report: Report | None = None
    error: Problem | None = None


class Client:
    """A client of the service with the names, arguments and results of the library.

    `url` is the address of the service, with the path under which it is mounted. `api_key` is the
    key that the service requires. `timeout` is in seconds, for a connection and for the next part
    of an answer. While the service answers 429 or 503, a request is sent up to `tries` times, after
    the wait that Retry-After states. `transport` is how httpx sends: with your certificates or
    proxy (`httpx.HTTPTransport`), or to a test.

    Raises InputValueError if `url` is no address, or `tries` is under 1. Every method raises
    ServiceError if the service refuses, with its problem document, or does not answer. It raises
    InputError for values that JSON can't hold. Threads may share a client.

    In this example a transport that scores stands for the service; without it requests go to `url`.

    >>> import credscore, httpx
    >>> def answer(request):
    ...     report = credscore.score("Insiders claim that he fled.")
    ...     return httpx.Response(200, text=report.model_dump_json())
    >>> with Client("http://127.0.0.1:8000", transport=httpx.MockTransport(answer)) as client:
    ...     client.score("Insiders claim that he fled.").evidence[0].quote
    'Insiders'
    """

    def __init__(
        self, url: str = "http://127.0.0.1:8000", api_key: str | None = None,
        timeout: float = 60.0, tries: int = 3, transport: httpx.BaseTransport | None = None,
    ) -> None:  # fmt: skip
        if tries < 1:
            raise InputValueError(f"tries must be 1 or more, got {tries}.")
        headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
        try:
            self._http = httpx.Client(
                base_url=url, headers=headers, timeout=timeout, transport=transport
            )
        except httpx.InvalidURL as error:
            raise InputValueError(f"{url!r} is no address: {error}.") from None
        self._tries = tries
        self._limits: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def score(self, text: str, title: str | None = None, prior: float = 0.5) -> Report:
        """The report of a text. It does not hold the text: use `report.to_html(text, title)`."""
        return _read(Report, self._post("/v1/score", _line(text, title, prior)))

    def score_many(
        self, texts: Iterable[str], titles: Iterable[str | None] | None = None, prior: float = 0.5
    ) -> Iterator[Report | Failure]:
        """Reports in input order; a text that can't be scored yields a Failure.

        Texts and titles are read lazily, and sent in batches within the limits of the service. If
        there are fewer titles than texts, the remaining texts have none.
        """
        require_many(texts, titles)
        limits = self._limits = self._limits or self.model()["limits"]
        begin, size, lines = 0, 0, list[bytes]()
        for text, title in zip(texts, chain(titles or (), repeat(None)), strict=False):
            try:
                require_texts(text, title)
            except InputError as error:  # with the library's message
                yield from self._batch(begin, lines)
                begin, size, lines = begin + len(lines) + 1, 0, []
                yield Failure(begin - 1, str(error))
                continue
            line = _line(text, title, prior)
            full = size + len(line) > limits["body_bytes"] // 2  # its answer needs more room
            if lines and (full or len(lines) == limits["items"]):
                yield from self._batch(begin, lines)
                begin, size, lines = begin + len(lines), 0, []
            lines.append(line)
            size += len(line)
        yield from self._batch(begin, lines)

    def sourcing(self, text: str, title: str | None = None) -> Sourcing:
        """The attributed statements of a text and its sourcing profile, without any model."""
        body = _json({"text": text, "title": title})
        return _read(Sourcing, self._post("/v1/sourcing", body))

    def score_claim(
        self, articles: Iterable[Article | str], prior: float = 0.5, claim: str | None = None
    ) -> ClaimReport:
        """Pool the articles on one claim. A date is a string, a date or a datetime."""
        names = ("text", "title", "source")
        rows = [
            {"date": article.date and str(article.date)}
            | {name: getattr(article, name) for name in names}
            for article in as_articles(articles)
        ]
        body = _json({"articles": rows, "prior": prior, "claim": claim})
        return _read(ClaimReport, self._post("/v1/claims", body))

    def model(self) -> dict[str, Any]:
        """The model of the service, and the limits of a request."""
        return _read(dict[str, Any], self._ask("GET", "/v1/model"))

    def _post(self, path: str, body: bytes, kind: str = "application/json") -> bytes:
        return self._ask("POST", path, content=body, headers={"Content-Type": kind})

    def _ask(self, method: str, path: str, **body: Any) -> bytes:
        """The content of an answer. After 429 and 503 it asks again, when Retry-After says."""
        for left in reversed(range(self._tries)):
            try:
                response = self._http.request(method, path, **body)
            except httpx.HTTPError as error:
                reason = str(error).rstrip(".") or type(error).__name__
                raise ServiceError(
                    f"{self._http.base_url}: no answer: {reason}. "
                    "Is the service running, and is this its address?"
                ) from error
            if response.status_code not in _AGAIN or not left:
                break
            stated = response.headers.get("Retry-After", "")  # may be absent, or a date
            time.sleep(min(float(stated), _MOST_SECONDS) if stated.isdecimal() else 1.0)
        if response.status_code != 200:
            raise _refused(response)
        return response.content

    def _batch(self, begin: int, lines: list[bytes]) -> Iterator[Report | Failure]:
        """The results of one request; lines without a result in time are sent one by one."""
        if len(lines) < 2:
            yield from (self._alone(begin + place, line) for place, line in enumerate(lines))
            return
        answer = self._post("/v1/score:batch", b"".join(lines), "application/x-ndjson")
        results = _read(list[_Line], b"[%b]" % b",".join(answer.splitlines()))
        if len(results) != len(lines):
            raise ServiceError(f"{len(results)} results came for {len(lines)} texts. Try again.")
        for index, (line, result) in enumerate(zip(lines, results, strict=True), begin):
            if result.report:
                yield result.report
            elif result.error and result.error.status not in _AGAIN:
                yield Failure(index, str(ServiceError.of(result.error)))
            else:
                yield self._alone(index, line)

    def _alone(self, index: int, line: bytes) -> Report | Failure:
        try:
            return _read(Report, self._post("/v1/score", line))
        except ServiceError as error:
            if error.problem is None or error.status not in (400, 413, 422, *_AGAIN):
                raise
            return Failure(index, str(error))


def _line(text: object, title: object, prior: object) -> bytes:
    return _json({"text": text, "title": title, "prior": prior}) + b"\n"


def _json(body: object) -> bytes:
    try:
        return json.dumps(body).encode()
    except (TypeError, ValueError) as error:
        raise InputError(f"{error}. Give texts as str, and a prior as float.") from None
