"""What an answer is: the library's own types, a problem, or a wish to be asked later."""

from typing import TypeVar

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
        return cls(f"{problem.status}: {problem.title} {problem.detail}", problem.status, problem)


def read(kind: TypeAdapter[Answer], content: bytes) -> Answer:
    try:
        return kind.validate_json(content)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise ServiceError(
            f"The answer does not fit: {place}: {first['msg']}. Is this a credscore service, "
            "and of the version of this client?"
        ) from None


def pause(response: httpx.Response) -> float:
    """The seconds of Retry-After; 1 where there is none, or a date."""
    stated = response.headers.get("Retry-After", "")
    return min(float(stated), _MOST_SECONDS) if stated.isdecimal() else 1.0


def refused(response: httpx.Response) -> ServiceError:
    """The error of an answer whose status is not 200."""
    try:
        return ServiceError.of(Problem.model_validate_json(response.content))
    except ValidationError:
        status = response.status_code
        return ServiceError(
            f"{response.url}: {status} without a problem document. Is this a credscore service, "
            "or a proxy whose service does not run?",
            status,
        )
