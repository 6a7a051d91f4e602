"""`serve`: show the site on this computer and follow every edit, by the host that builds it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from explainer.commands._base import Command

DESCRIPTION = """\
Finds a free port, starts the host there, and looks at the home page once it answers: a host that passed over
the hooks of the project is stopped, and that is told. What follows “--” is handed on to the host.
"""

PORTS = 100
"""How many ports are tried, from the one that was asked for."""
PAUSE = 0.2
"""How long one waits between two looks at the home page, in seconds."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="the first port to try; 8000")
    parser.add_argument("--host", default="mkdocs", metavar="PROGRAM", help="mkdocs or properdocs; mkdocs")
    parser.add_argument("more", nargs="*", metavar="ARGS", help="arguments for the host, behind “--”")


def _port(text: str) -> int:
    """Return the number of a port, or raise ValueError."""
    number = int(text)
    if not 0 < number < 65536:
        raise ValueError(text)
    return number


def run(options: Namespace, project: Path) -> int:
    """Serve until somebody stops it; return 2 if no port is free, 1 if the host made a site without records."""
    port = next((one for one in range(options.port, min(options.port + PORTS, 65536)) if _is_free(one)), 0)
    if not port:
        print(
            f"No port from {options.port} on is free. Choose another one: make serve PORT=…", file=sys.stderr
        )
        return 2
    if port != options.port:
        print(f"Port {options.port} is taken, so the site uses port {port}.", file=sys.stderr)
    address = f"127.0.0.1:{port}"
    print(f"The site will be at http://{address}/ in a moment. Stop it with Ctrl-C.", flush=True)
    command = [sys.executable, "-m", options.host, "serve", "--livereload", "--dev-addr", address]
    with subprocess.Popen([*command, *options.more], cwd=project) as host:  # noqa: S603 - the program is our own

        def stop(*_: Any) -> None:
            host.terminate()

        signal.signal(signal.SIGTERM, stop)
        try:
            return _watched(host, f"http://{address}/")
        except KeyboardInterrupt:  # the host was told, too
            return host.wait()


def _is_free(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _watched(host: subprocess.Popen[bytes], address: str) -> int:
    """Wait for the home page, look at it, and wait for the end of the host."""
    from explainer.verifying import NOT_OURS, is_ours

    home = ""
    while not home and host.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own computer
                home = answer.read().decode("utf-8", "replace")
        except (urllib.error.URLError, OSError):
            time.sleep(PAUSE)
    if home and not is_ours(home):
        host.terminate()
        host.wait()
        print(NOT_OURS, file=sys.stderr)
        return 1
    return host.wait()


COMMAND = Command(
    "serve", "show the site on this computer and follow every edit", arguments, run, DESCRIPTION
)
