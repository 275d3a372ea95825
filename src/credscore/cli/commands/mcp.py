"""`credscore mcp`: tools for language models, by the Model Context Protocol."""

import os
import signal
import socket
from typing import Annotated

import typer
from typer import Option

from credscore.cli import options
from credscore.cli.texts import stop
from credscore.errors import needs


def mcp(
    http: Annotated[bool, Option("--http", help="Streamable HTTP; else standard input.")] = False,
    host: Annotated[str, Option(help="With --http: the address to listen at.")] = "127.0.0.1",
    port: Annotated[int, Option(min=0, max=65535, help="The port; 0: a free one.")] = 8000,
    model: options.Model = None,
    max_characters: Annotated[int, Option(min=1, help="Characters of a text.")] = 200_000,
) -> None:
    """Serve tools to language models over standard input and output, or over HTTP at /mcp."""
    with needs("mcp"):
        import uvicorn

        from credscore.integrations.mcp import create_server
    server = create_server(model, max_characters)
    if not http:
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))  # a thread never ends
        server.run("stdio")
        return
    if not host:  # it would be all addresses
        stop(2, "--host: must be an IP address or a name, such as 127.0.0.1, got ''.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", error)
        stop(2, f"{host}:{port}: can't be listened at: {reason}. Name another --port or --host.")
    app = server.streamable_http_app(host=host, stateless_http=True, json_response=True)
    name = f"[{host}]" if ":" in host else host
    typer.echo(f"credscore: MCP at http://{name}:{listener.getsockname()[1]}/mcp", err=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run([listener])
