"""One request and its answer: sent again when the service says so, problems as errors."""

import time
from typing import Any, TypeVar

import httpx
from pydantic import TypeAdapter, ValidationError

from credscore.errors import CredscoreError
from credscore.problem import Problem

Answer = TypeVar("Answer")
AGAIN = (429, 503)
"""Problems that pass."""
_MOST_SECONDS = 60.0
"""No longer is waited before a request is sent again."""


class ServiceError(CredscoreError):
    """The service refused a request, can't be reached, or answered what is not its own.

    `status` is that of the answer, None if there is none. `problem` is the problem document of the
    service; None if something else answered, such as a proxy.
    """

    def __init__(
        self, message: str, status: int | None = None, problem: Problem | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.problem = status, problem

    @classmethod
    def of(cls, problem: Problem) -> "ServiceError":
        """The error of a problem document."""
        return cls(f"{problem.status}: {problem.title} {problem.detail}", problem.status, problem)


class Exchange:
    """Requests over one httpx client, each sent at most `tries` times."""

    def __init__(self, http: httpx.Client, tries: int) -> None:
        self._http, self._tries = http, tries

    def ask(self, method: str, path: str, **body: Any) -> bytes:
        """The content of an answer; a ServiceError if its status is not 200.

        After 429 and 503 the request is sent again, as late as Retry-After says.
        """
        for left in reversed(range(self._tries)):
            try:
                response = self._http.request(method, path, **body)
            except httpx.HTTPError as error:
                told = str(error) or type(error).__name__
                raise ServiceError(
                    f"{self._http.base_url}: no answer: {told}. "
                    "Is the service running, and is this its address?"
                ) from error
            if response.status_code not in AGAIN or not left:
                break
            time.sleep(_pause(response))
        if response.status_code != 200:
            raise _refused(response)
        return response.content


def read(kind: TypeAdapter[Answer], content: bytes) -> Answer:
    """An answer as what it should be."""
    try:
        return kind.validate_json(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise ServiceError(
            f"The answer does not fit: {place}: {first['msg']}. Is this a credscore service, "
            "and of the version of this client?"
        ) from None


def _pause(response: httpx.Response) -> float:
    """The seconds of Retry-After; 1 where there is none, or a date."""
    stated = response.headers.get("Retry-After", "")
    return min(float(stated), _MOST_SECONDS) if stated.isdecimal() else 1.0


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
