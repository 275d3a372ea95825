"""What can be set: by arguments, else by environment variables CREDSCORE_NAME, else defaults."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Count = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(gt=0, le=3600)]


class Settings(BaseSettings):
    """Address, model, key and limits of a service.

    >>> Settings(max_items=10).max_items
    10
    """

    model_config = SettingsConfigDict(env_prefix="CREDSCORE_", extra="forbid", frozen=True)

    host: str = Field(default="127.0.0.1", description="The address to listen at.")
    port: int = Field(default=8000, ge=0, le=65535, description="The port; 0 takes a free one.")
    model: Path | None = Field(
        default=None, description="The folder of a model; none: the shipped one."
    )
    api_key: SecretStr | None = Field(
        default=None, min_length=16, description="Callers of /v1 and /metrics must show it."
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="Origins whose pages may call; commas between them."
    )
    max_body_bytes: Count = Field(default=2_000_000, description="Bytes of one request body.")
    max_buffered_bytes: Count = Field(
        default=64_000_000, description="Bytes of all bodies and answers held at one time."
    )
    max_items: Count = Field(default=256, description="Items of one batch.")
    max_characters: Count = Field(
        default=200_000, description="Characters of one text with its title."
    )
    max_answer_bytes: Count = Field(
        default=16_000_000, description="Bytes of one answer; of a batch, what is over it fails."
    )
    max_concurrency: Count = Field(default=256, description="Requests worked on at one time.")
    workers: Count = Field(
        default=1, le=64, description="Processes that serve; each has the limits."
    )
    threads: Count = Field(default=2, description="Threads for batches and long texts.")
    body_seconds: Seconds = Field(
        default=10, description="Time for a body to arrive, and for an answer to be read on."
    )
    request_seconds: Seconds = Field(default=30, description="Time for the work of one request.")
    shutdown_seconds: Count = Field(default=30, description="Time to end in, whatever runs.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="The least level that is logged; info has a line for every request.",
    )

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value
