"""The settings: from arguments, else environment variables CREDSCORE_NAME, else defaults."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Count = Annotated[int, Field(ge=1)]
_HOST = re.compile(r"[\w.:%-]+")  # "" would be all addresses
_KEY_CHARACTERS = 16
_ORIGIN = re.compile(r"\*|null|[a-z][a-z0-9+.-]*://[^/\s]+", re.IGNORECASE)
Seconds = Annotated[float, Field(gt=0, le=3600)]


class Settings(BaseSettings):
    """Address, model, key and limits of a service. The string below a setting describes it.

    >>> Settings(max_items=10).max_items
    10
    """

    model_config = SettingsConfigDict(
        env_prefix="CREDSCORE_", extra="forbid", frozen=True, use_attribute_docstrings=True
    )

    host: str = "127.0.0.1"
    """The address to listen at."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """The port; 0 takes a free one."""
    model: Path | None = None
    """The folder of a model; none: the shipped one."""
    api_key: SecretStr | None = None
    """Callers of /v1 and /metrics must show it."""
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """Origins whose pages may call; commas between them."""
    max_body_bytes: Count = 2_000_000
    """Bytes of one request body."""
    max_buffered_bytes: Count = 64_000_000
    """Bytes of all bodies and answers held at one time."""
    max_items: Count = 256
    """Items of one batch, articles on one claim."""
    max_characters: Count = 200_000
    """Characters of one text with its title."""
    max_answer_bytes: Count = 16_000_000
    """Bytes of one answer; of a batch, what is over it fails."""
    max_concurrency: Count = 256
    """Requests worked on at one time."""
    workers: Annotated[Count, Field(le=64)] = 1
    """Processes that serve; each has the limits."""
    threads: Count = 2
    """Threads for batches and long texts."""
    body_seconds: Seconds = 10
    """Time for a body to arrive, and for an answer to be read on."""
    idle_seconds: Annotated[int, Field(ge=1, le=3600)] = 75
    """Time that a connection is kept between two requests."""
    request_seconds: Seconds = 30
    """Time for the work of one request."""
    shutdown_seconds: Annotated[int, Field(ge=2)] = 30
    """Time to end in, whatever runs."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least level that is logged; info has a line for every request."""
    log_format: Literal["json", "text"] | None = None
    """json or text; none: text on a terminal, else json."""

    @field_validator("host")
    @classmethod
    def _is_host(cls, host: str) -> str:
        if not _HOST.fullmatch(host):
            raise ValueError(
                f"must be an IP address or a name, such as 127.0.0.1, got {host!r:.60}"
            )
        return host

    @field_validator("api_key")
    @classmethod
    def _is_long(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and len(key.get_secret_value()) < _KEY_CHARACTERS:
            raise ValueError(f"must have {_KEY_CHARACTERS} characters or more")
        return key

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(f"must be as https://example.org, without a path, got {origin!r}")
        return origins

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return [item.strip() for item in value.split(",") if item.strip()]
