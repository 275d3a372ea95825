"""`credscore serve`: the service, its page and its API."""

from pathlib import Path
from typing import Annotated

from typer import Option

from credscore.cli import options
from credscore.cli.texts import stop
from credscore.errors import misfit


def serve(
    host: Annotated[str | None, Option(help="The address to listen at; 127.0.0.1.")] = None,
    port: Annotated[int | None, Option(help="The port; 8000; 0: a free one.")] = None,
    model: options.Model = None,
    api_key_file: Annotated[Path | None, Option(help="A file with the callers' key.")] = None,
    cors_origin: Annotated[list[str] | None, Option(help="Origins whose pages may call.")] = None,
    max_body_bytes: Annotated[int | None, Option(help="Bytes of a request body.")] = None,
    max_buffered_bytes: Annotated[int | None, Option(help="Bytes of all bodies, answers.")] = None,
    max_items: Annotated[int | None, Option(help="Items of a batch.")] = None,
    max_characters: Annotated[int | None, Option(help="Characters of a text.")] = None,
    max_answer_bytes: Annotated[int | None, Option(help="Bytes of an answer.")] = None,
    max_concurrency: Annotated[int | None, Option(help="Requests worked on at one time.")] = None,
    workers: Annotated[int | None, Option(help="Processes that serve.")] = None,
    threads: Annotated[int | None, Option(help="Threads for batches, long texts.")] = None,
    body_seconds: Annotated[float | None, Option(help="Time for a body to arrive.")] = None,
    idle_seconds: Annotated[int | None, Option(help="Time to keep an idle connection.")] = None,
    request_seconds: Annotated[float | None, Option(help="Time for a request.")] = None,
    shutdown_seconds: Annotated[int | None, Option(help="Time to end in, whatever runs.")] = None,
    log_level: Annotated[str | None, Option(help="debug, info, warning or error; info.")] = None,
    log_format: Annotated[str | None, Option(help="json or text; json off a terminal.")] = None,
) -> None:
    """Serve page and API over HTTP; what is not given comes from CREDSCORE_... or a default."""
    flags = {name: flag for name, flag in locals().items() if flag is not None}
    from pydantic import ValidationError

    from credscore.service import Settings
    from credscore.service import serve as run

    if origins := flags.pop("cors_origin", None):
        flags["cors_origins"] = origins
    try:
        if file := flags.pop("api_key_file", None):
            flags["api_key"] = file.read_text("utf-8").strip()
        settings = Settings(**flags)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        flag = {"api_key": "api_key_file", "cors_origins": "cors_origin"}.get(name, name)
        sentence = misfit(first, shown=True)
        stop(2, f"--{flag.replace('_', '-')} or CREDSCORE_{name.upper()}: {sentence}.")
    except (OSError, UnicodeDecodeError) as error:
        stop(2, f"{file}: can't be read: {getattr(error, 'strerror', 'not UTF-8')}.")
    run(settings)
