"""A plugin of pytest that tries mutants: tests are collected once, and each mutant has a fork of that process.

Nothing is run in the process itself, so nothing that it remembers was computed by code without the mutant. First
a fork runs every test and notes which functions it comes by; then each mutant meets only the tests that come by
its function: first those that noticed the mutants before it, then those named like its module, then the quick
ones, until one fails.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import resource
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation import trampoline

SLOWEST = 30.0
"""Seconds of computing after which a mutant that keeps a test running is taken as noticed: it never ends."""

AT_MOST = float(os.environ.get("MUTATION_SECONDS", "8"))
"""Seconds of computing in which a mutant meets tests: what passes all of them counts as survived."""

MEMORY = 4 << 30
"""Bytes after which a mutant that fills the memory is taken as noticed."""

Routes = dict[str, list[int]]
"""For each function the tests that come by it, the quickest first."""


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the mutants instead of running the tests."""
    todo: dict[str, str] = json.loads(Path(os.environ["MUTATION_TODO"]).read_text("utf-8"))
    _forget()
    gc.freeze()
    routes = _routes(session)
    names = list(todo)
    share = int(os.environ["MUTATION_PROCESSES"])
    workers = []
    for number in range(share):
        if not (worker := os.fork()):
            _work(session, {name: todo[name] for name in names[number::share]}, routes, number)
            os._exit(0)
        workers.append(worker)
    for worker in workers:
        os.waitpid(worker, 0)
    return True


def _forget() -> None:
    """Empty every memory of a function: what it holds was computed without the mutant."""
    for one in _memories():
        one.cache_clear()


def _memories() -> list[Any]:
    """Return the memories of all functions; they are the same in every fork."""
    if not _KNOWN:
        remembered = type(functools.cache(len))
        _KNOWN.extend(one for one in gc.get_objects() if isinstance(one, remembered))
    return _KNOWN


_KNOWN: list[Any] = []


def _routes(session: pytest.Session) -> Routes:
    """Run all tests as they are, each without what others left in memory, and note which functions each comes by."""

    def look() -> bytes:
        by: set[str] = set()
        os.environ.pop("MUTANT_UNDER_TEST", None)
        trampoline.set_mutant_under_test(None)
        vars(trampoline).update(
            get_mutant_under_test=lambda: "stats", record_trampoline_hit=lambda name, **_: by.add(name)
        )
        found: Routes = defaultdict(list)
        took: list[float] = []
        for at in range(len(session.items)):
            _forget()
            by.clear()
            start = time.process_time()
            if not _passes(session, at):
                raise SystemExit(f"without a mutant, this test fails: {session.items[at].nodeid}")
            took.append(time.process_time() - start)
            for name in by:
                found[name].append(at)
        return json.dumps(
            {name: sorted(tests, key=lambda at: took[at]) for name, tests in found.items()}
        ).encode()

    status, told = _in_a_fork(look, 3600)
    if status or not told:
        raise SystemExit("a test fails without any mutant")
    routes: Routes = json.loads(told)
    return routes


def _work(session: pytest.Session, todo: dict[str, str], routes: Routes, number: int) -> None:
    noticed: dict[str, Counter[int]] = defaultdict(Counter)
    found = {}
    for count, (name, hash_) in enumerate(todo.items(), 1):
        function = name.partition("__mutmut_")[0]
        here, near = noticed[function], noticed[function.rpartition(".")[0]]
        order = sorted(
            routes.get(function, ()),
            key=lambda at: (-here[at], -near[at], not _is_about(session, at, function)),
        )
        status, told = _in_a_fork(partial(_try, session, name, order), SLOWEST)
        outcome = "survived" if status == 0 and told == b"passed" else "killed"
        found[name] = {"hash": hash_, "outcome": outcome}
        if told.isdigit():
            here[int(told)] += 1
            near[int(told)] += 1
            found[name]["by"] = session.items[int(told)].nodeid
        if count % 20 == 0 or count == len(todo):
            _part(number).write_text(json.dumps(found, ensure_ascii=False), "utf-8")
            survived = sum(one["outcome"] == "survived" for one in found.values())
            _say(f"{number}: {count} of {len(todo)}, {survived} survived")


def _is_about(session: pytest.Session, at: int, function: str) -> bool:
    """Tell whether a test has the name of the module that a function is in."""
    module = function.split(".")[-2]
    return module in session.items[at].nodeid.replace("-", "_")


def _try(session: pytest.Session, name: str, order: list[int]) -> bytes:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    trampoline.set_mutant_under_test(name)
    start = time.process_time()
    for at in order:
        if not _passes(session, at):
            return str(at).encode()
        if time.process_time() - start > AT_MOST:
            break
    return b"passed"


def _passes(session: pytest.Session, at: int) -> bool:
    """Run one test, with its fixtures for itself."""
    reports = runtestprotocol(session.items[at], log=False, nextitem=None)
    return not any(report.failed for report in reports)


def _in_a_fork(what: Callable[[], bytes], seconds: float) -> tuple[int, bytes]:
    """Return the wait status of a fork that does something, and what that returned."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(reading)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            signal.setitimer(signal.ITIMER_PROF, seconds)  # not of the clock: the machine may be busy
            told = what()
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(told)
            status = 0
        except SystemExit as stopped:
            _say(str(stopped))
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    return os.waitpid(child, 0)[1], told


def _say(words: str) -> None:
    os.write(2, f"{words}\n".encode())


def _part(number: int) -> Path:
    return Path(f"{os.environ['MUTATION_FOUND']}.{number}")
