"""`credscore serve`: the service, its page and its API, with an option for every setting."""

from collections.abc import Iterator
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from credscore.cli.texts import stop

try:
    from credscore.service import Settings
    from credscore.service import serve as run

    missing = None
except ModuleNotFoundError as error:
    missing = error.name

_OTHERWISE: dict[str, tuple[str, Any]] = {
    "api_key": ("api_key_file", Path),
    "cors_origins": ("cors_origin", list[str]),
}
"""Everyone on a machine can see options: the key is read from a file. Origins come one by one."""


def serve(**options: Any) -> None:
    """Serve page and API over HTTP; what is not given comes from CREDSCORE_... or a default."""
    if missing:
        stop(2, f"{missing} is not installed. Run: pip install 'credscore[service]'.")
    given = {
        name: options[option]
        for name, option in (
            (name, _OTHERWISE.get(name, [name])[0]) for name in Settings.model_fields
        )
        if options[option] not in (None, [])
    }
    if origins := given.get("cors_origins"):
        given["cors_origins"] = ",".join(origins)
    if path := given.get("api_key"):
        try:
            given["api_key"] = path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            stop(2, f"{path}: can't be read: {getattr(error, 'strerror', 'not UTF-8')}.")
    try:
        settings = Settings(**given)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = str(first["loc"][0])
        stop(2, f"--{name.replace('_', '-')} or CREDSCORE_{name.upper()}: {first['msg']}.")
    run(settings)


def _parameters() -> Iterator[Parameter]:
    """What typer makes the options of."""
    for name, field in Settings.model_fields.items():
        plain = field.annotation if field.annotation in (int, float) else str
        option, kind = _OTHERWISE.get(name, (name, plain))
        default = f" [default: {field.default}]" if field.default else ""
        annotation: Any = Annotated[kind | None, typer.Option(help=f"{field.description}{default}")]
        yield Parameter(option, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


serve.__signature__ = Signature([] if missing else list(_parameters()))  # type: ignore[attr-defined]
