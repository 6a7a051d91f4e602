"""A client of the real yaml-language-server, as an editor is one: JSON-RPC over standard input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
        "format": {"enable": False},
    }
}
PATIENCE = 60


class LanguageServer:
    """One running server, asked one thing after another."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self._process = process
        self._root = root
        self._number = 0
        self._answers: dict[int, queue.Queue[Any]] = {}
        self._diagnostics: dict[str, queue.Queue[list[dict[str, Any]]]] = {}
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def begin(self) -> None:
        """Introduce ourselves."""
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self._root.as_uri(),
                "capabilities": {
                    "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}},
                    "workspace": {"configuration": True},
                },
                "workspaceFolders": [{"uri": self._root.as_uri(), "name": "explainer"}],
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with this text and return the diagnostics that the editor would show."""
        uri = path.as_uri()
        waiting = self._waiting(uri)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return waiting.get(timeout=PATIENCE)

    def complete(self, path: Path, line: int, column: int) -> list[dict[str, Any]]:
        """Return what the editor offers at a place of an open file, counted from zero."""
        answer = self._ask("textDocument/completion", _at(path, line, column))
        return list(answer["items"] if isinstance(answer, dict) else answer)

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return what the editor shows when one points at a place of an open file."""
        answer = self._ask("textDocument/hover", _at(path, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def end(self) -> None:
        """Say goodbye."""
        self._ask("shutdown", None)
        self._tell("exit", None)

    def _waiting(self, uri: str) -> queue.Queue[list[dict[str, Any]]]:
        with self._lock:
            return self._diagnostics.setdefault(uri, queue.Queue())

    def _ask(self, method: str, params: Any) -> Any:
        self._number += 1
        number = self._number
        self._answers[number] = queue.Queue()
        self._send({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return self._answers[number].get(timeout=PATIENCE)

    def _tell(self, method: str, params: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps(message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        while (message := self._receive()) is not None:
            if "method" in message and "id" in message:
                self._send({"jsonrpc": "2.0", "id": message["id"], "result": _result(message)})
            elif message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                self._waiting(params["uri"]).put(params["diagnostics"])
            elif "id" in message and message["id"] in self._answers:
                self._answers[message["id"]].put(message.get("result"))

    def _receive(self) -> dict[str, Any] | None:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        if not length:
            return None
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}


def _result(message: dict[str, Any]) -> Any:
    """Return what an editor answers to a question of the server."""
    if message["method"] != "workspace/configuration":
        return None
    return [SETTINGS.get(item.get("section", ""), {}) for item in message["params"]["items"]]


@contextmanager
def running(node_modules: Path, root: Path) -> Iterator[LanguageServer]:
    """Start a server for a folder, and stop it."""
    command = [str(node_modules / ".bin" / "yaml-language-server"), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as process:
        try:
            server = LanguageServer(process, root)
            server.begin()
            yield server
            server.end()
        finally:
            process.kill()
