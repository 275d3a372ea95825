"""Builds the command line from commands/*.py.

Exit codes: 0 done, 2 wrong usage or unreadable input, 3 model file refused, 4 finished but some
rows could not be scored, 5 stopped early, 130 Ctrl-C, 141 the reader of the output has closed it.
"""

import atexit
import gc
import os
import sys
from copy import copy
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from credscore.cli import commands
from credscore.cli.texts import drop_output, warn, warn_if_uncompiled
from credscore.errors import CredscoreError, ModelFileError

_PLAIN: dict[str, Any] = {
    "rich_markup_mode": None,  # rich loads slowly
    "pretty_exceptions_enable": False,  # else some versions show values, which may be texts
}

_ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__",
    "PYTHONWARNINGS": "ignore::UserWarning:loky.backend.resource_tracker",
}  # fmt: skip
"""Saves what no command needs: idle threads, a search for plug-ins, loky's words on its end."""

_CLOSED_PIPE = 141
"""What a shell tells of a tool that SIGPIPE ended, such as cat in `cat FILE | head`."""

COMMANDS = sorted(module.name.replace("_", "-") for module in iter_modules(commands.__path__))


class _Commands(TyperGroup):
    """Imports a command only when it is used."""

    def list_commands(self, ctx: Any) -> list[str]:
        return COMMANDS

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        typed = typer.Typer(add_completion=False, **_PLAIN)
        typed.command(cmd_name)(getattr(import_module(f"{commands.__name__}.{name}"), name))
        command = typer.main.get_command(typed)
        version: Any = copy(next(option for option in self.params if option.name == "version"))
        version.expose_value, version.hidden = False, True  # it stands in credscore's own help
        command.params.append(version)
        return command


app = typer.Typer(
    cls=_Commands, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]},
    **_PLAIN,
)  # fmt: skip


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"credscore {version('credscore')}")
        warn_if_uncompiled()
        raise typer.Exit


_VERSION: Any = typer.Option(
    "--version", "-V", callback=_print_version, is_eager=True, help="The version."
)


@app.callback()
def _credscore(version: Annotated[bool, _VERSION] = False) -> None:
    """How credibly is a text sourced? Begin with: credscore score FILE

    It is no fact-check. It must not be used to call a person or an outlet a liar, to remove texts
    that nobody has read, or on other languages than English.
    """


def _end_quietly() -> NoReturn:
    """End because nobody reads the output any more."""
    drop_output()
    sys.exit(_CLOSED_PIPE)


def main() -> None:
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115 closed by 2>&-
    if sys.stdout is None:  # closed by >&-
        warn("standard output: is closed. Send it to a file, or to /dev/null.")
        sys.exit(2)
    if isinstance(sys.stdout, TextIOWrapper):  # a terminal gets what it can show
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    gc.set_threshold(100_000)  # imports create many objects and no garbage
    atexit.register(gc.freeze)  # no last search for garbage at the end
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    try:
        app()
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # libraries exit with 1
            _end_quietly()
        raise
    except (CredscoreError, ModuleNotFoundError) as error:  # names the extra to install
        warn(str(error))
        sys.exit(3 if isinstance(error, ModelFileError) else 2)
    except BrokenPipeError:
        _end_quietly()
    except OSError as error:
        where = error.filename or "the output"
        warn(f"stopped early: {where}: {error.strerror}. Make room, or name another file.")
        drop_output()
        sys.exit(5)
