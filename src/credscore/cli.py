"""The command line, put together from commands/*.py.

Exit codes: 0 done, 2 wrong usage or unreadable input, 3 model file refused, 4 finished but some
rows could not be scored, 5 stopped early.
"""

import sys

import typer

from credscore.command import complain
from credscore.commands import all_commands
from credscore.errors import CredscoreError, ModelFileError

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="How credibly is a text sourced?"
)
for _name, _command in all_commands():
    app.command(_name)(_command)


def main() -> None:
    """The entry point `credscore`."""
    try:
        app()
    except ModelFileError as error:
        complain(str(error))
        sys.exit(3)
    except CredscoreError as error:
        complain(str(error))
        sys.exit(2)
