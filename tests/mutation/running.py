"""A plugin of pytest that tries mutants: tests are collected once, and each mutant has a fork of that process.

Nothing that is judged is worked out in the process itself, so nothing that it remembers was computed by code without
the mutant. It reads the cast of the examples, once for all; a mutant of what is come by on that way forgets it first.
Forks run each test once and note which functions it comes by; then each mutant meets only the tests that come by its
function: first those that noticed the mutants before it, then those named like its module, then the quick ones, until
one fails.

A mutant is switched on by giving its code to the function, so that what is not mutated is as fast as ever.
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation import trampoline

AT_MOST = float(os.environ.get("MUTATION_SECONDS", "8"))
"""Seconds of computing in which a mutant meets tests: what passes all of them counts as survived."""

ENDLESS = 2.0
"""Seconds of computing, beside ten times what a test takes, after which a mutant that keeps it running is taken as
noticed: it never ends."""

MEMORY = 4 << 30
"""Bytes after which a mutant that fills the memory is taken as noticed."""

Mutants = dict[str, Any]

SWITCHES: list[tuple[FunctionType, Mutants]] = []
"""Every function that is mutated, with its mutants; the modules fill it as they are imported."""


@dataclass(frozen=True, slots=True)
class Routes:
    """What was noted when the tests ran without a mutant."""

    by: dict[str, list[int]]
    """For each function the tests that come by it, the quickest first."""
    took: list[float]
    """How many seconds each test computed."""
    early: frozenset[str]
    """The functions that are come by when the cast is read."""

    def of(self, function: str) -> list[int]:
        """Return the tests that come by a function; of one that only the reading of the cast comes by, all."""
        if function in self.by or function not in self.early:
            return self.by.get(function, [])
        return sorted(range(len(self.took)), key=self.took.__getitem__)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Let functions that are mutated be called straight, before any of them is imported."""
    setattr(trampoline, "wrap_in_trampoline", _remember)  # noqa: B010 - it is a simpler one


def _remember(mutants: Mutants, is_classmethod: bool = False) -> Callable[[FunctionType], FunctionType]:  # noqa: ARG001, FBT001, FBT002 - so mutmut calls it
    def as_it_is(function: FunctionType) -> FunctionType:
        SWITCHES.append((function, mutants))
        return function

    return as_it_is


def switch_on(name: str) -> None:
    """Give the code of a mutant to its function."""
    function, mutant = _switch(name)
    function.__code__ = mutant.__code__
    function.__defaults__ = mutant.__defaults__
    function.__kwdefaults__ = mutant.__kwdefaults__


def _switch(name: str) -> tuple[FunctionType, FunctionType]:
    """Return the function that a mutant is of, and the mutant."""
    module, _, mutant = name.rpartition(".")
    for function, mutants in SWITCHES:
        if function.__module__ == module and mutant in mutants:
            changed = _plain(mutants[mutant])
            if len(changed.__code__.co_freevars) != len(function.__code__.co_freevars):
                raise SystemExit(f"{name} cannot be switched on: it needs other names from outside")
            return function, changed
    raise SystemExit(f"there is no mutant {name}")


def _plain(function: Any) -> FunctionType:
    """Return a function that is not bound to its class."""
    plain: FunctionType = getattr(function, "__func__", function)
    return plain


@contextmanager
def noting() -> Iterator[set[str]]:
    """Note the functions that are come by."""
    found: set[str] = set()

    def noted(name: str, real: FunctionType, *args: Any, **kwargs: Any) -> Any:
        found.add(name)
        return real(*args, **kwargs)

    before = [(one, one.__code__, one.__defaults__, one.__kwdefaults__) for one, _ in SWITCHES]
    for function, mutants in SWITCHES:
        name = _plain(mutants["_mutmut_orig"]).__name__.removesuffix("__mutmut_orig")
        real = FunctionType(
            function.__code__, function.__globals__, name, function.__defaults__, function.__closure__
        )
        real.__kwdefaults__ = function.__kwdefaults__
        function.__code__ = _calling(len(function.__code__.co_freevars))
        function.__defaults__ = None
        function.__kwdefaults__ = {"_noted": partial(noted, f"{function.__module__}.{name}", real)}
    try:
        yield found
    finally:
        for function, code, defaults, named in before:
            function.__code__, function.__defaults__, function.__kwdefaults__ = code, defaults, named


def _calling(names_from_outside: int) -> CodeType:
    """Return the code of a function that calls another, with as many names from outside as it must have."""

    def within(one: None) -> list[Callable[..., Any]]:
        def plain(*args: Any, _noted: Callable[..., Any], **kwargs: Any) -> Any:
            return _noted(*args, **kwargs)

        def of_a_class(*args: Any, _noted: Callable[..., Any], **kwargs: Any) -> Any:
            return (_noted(*args, **kwargs), one)[0]

        return [plain, of_a_class]

    return within(None)[names_from_outside].__code__


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the mutants instead of running the tests."""
    todo: dict[str, str] = json.loads(Path(os.environ["MUTATION_TODO"]).read_text("utf-8"))
    share = int(os.environ["MUTATION_PROCESSES"])
    for name in todo:
        _switch(name)
    _forget()
    with noting() as early:
        _read_the_cast()
    gc.collect()
    gc.freeze()
    routes = _routes(session, share, frozenset(early))
    names = list(todo)
    _each(
        share,
        lambda number: _work(session, {name: todo[name] for name in names[number::share]}, routes, number),
    )
    return True


def _read_the_cast() -> None:
    """Read what nearly every test reads, and a claim and an event beside it, without judging them."""
    from explainer.caveats import _cast  # noqa: PLC0415 - after the functions that it mutates have their switches

    claim, event = (_cast.usual_fields("", is_event=is_event) for is_event in (False, True))
    indented = ["    " + "\n    ".join(fields.splitlines()) for fields in (claim, event)]
    text = f"claims:\n  c:\n{indented[0]}\n    evidence: []\ntimeline:\n  e:\n{indented[1]}\n"
    _cast.shelf(text, beside=tuple(_cast.cast().entries.values()))


def _each(share: int, work: Callable[[int], None]) -> None:
    """Do something in so many forks at once."""
    workers = []
    for number in range(share):
        if not (worker := os.fork()):
            status = 1
            try:
                work(number)
                status = 0
            except SystemExit as stopped:
                _say(str(stopped))
            finally:
                os._exit(status)
        workers.append(worker)
    statuses = [os.waitpid(worker, 0)[1] for worker in workers]
    if any(statuses):
        raise SystemExit("a fork broke off")


def _forget() -> None:
    """Empty every memory of a function of ours: what it holds was computed without the mutant."""
    for one in _memories():
        one.cache_clear()


def _memories() -> list[Any]:
    """Return the memories of our functions; they are the same in every fork."""
    if not _KNOWN:
        remembered = type(functools.cache(len))
        _KNOWN.extend(
            one
            for one in gc.get_objects()
            if isinstance(one, remembered) and one.__module__.startswith(("explainer", "tests"))
        )
    return _KNOWN


_KNOWN: list[Any] = []


def _routes(session: pytest.Session, share: int, early: frozenset[str]) -> Routes:
    """Run all tests as they are, each in a fork of its own, and note which functions each comes by."""

    def look(at: int) -> bytes:
        start = time.process_time()
        with noting() as found:
            passes = _passes(session, at)
        if not passes:
            raise SystemExit(f"without a mutant, this test fails: {session.items[at].nodeid}")
        return json.dumps([time.process_time() - start, sorted(found)]).encode()

    def work(number: int) -> None:
        told = {}
        for at in range(number, len(session.items), share):
            status, answer = _in_a_fork(partial(look, at))
            if status or not answer:
                raise SystemExit("a test fails without any mutant")
            told[at] = json.loads(answer)
        _seen_by(number).write_text(json.dumps(told), "utf-8")

    start = time.time()
    _each(share, work)
    told: dict[int, tuple[float, list[str]]] = {}
    for number in range(share):
        told |= {int(at): one for at, one in json.loads(_seen_by(number).read_text("utf-8")).items()}
    _say(f"{len(told)} tests were looked at in {time.time() - start:.0f} seconds")
    by: dict[str, list[int]] = defaultdict(list)
    for at in sorted(told, key=lambda at: told[at][0]):
        for name in told[at][1]:
            by[name].append(at)
    return Routes(dict(by), [told[at][0] for at in range(len(told))], early)


def _work(session: pytest.Session, todo: dict[str, str], routes: Routes, number: int) -> None:
    noticed: dict[str, Counter[int]] = defaultdict(Counter)
    found = {}
    for count, (name, hash_) in enumerate(todo.items(), 1):
        function = name.partition("__mutmut_")[0]
        here, near = noticed[function], noticed[function.rpartition(".")[0]]
        order = sorted(
            routes.of(function),
            key=lambda at: (-here[at], -near[at], not _is_about(session, at, function)),
        )
        start = time.time()
        status, told = _in_a_fork(partial(_try, session, name, order, routes))
        outcome = "survived" if status == 0 and told == b"passed" else "killed"
        found[name] = {"hash": hash_, "outcome": outcome, "seconds": f"{time.time() - start:.2f}"}
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


def _try(session: pytest.Session, name: str, order: list[int], routes: Routes) -> bytes:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    switch_on(name)
    if name.partition("__mutmut_")[0] in routes.early:
        _forget()
    start = time.process_time()
    for at in order:
        # Of computing, not of the clock: the machine may be busy.
        signal.setitimer(signal.ITIMER_PROF, ENDLESS + 10 * routes.took[at])
        if not _passes(session, at):
            return str(at).encode()
        if time.process_time() - start > AT_MOST:
            break
    return b"passed"


def _passes(session: pytest.Session, at: int) -> bool:
    """Run one test, with its fixtures for itself."""
    reports = runtestprotocol(session.items[at], log=False, nextitem=None)
    return not any(report.failed for report in reports)


def _in_a_fork(what: Callable[[], bytes]) -> tuple[int, bytes]:
    """Return the wait status of a fork that does something, and what that returned."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(reading)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
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


def _seen_by(number: int) -> Path:
    return Path(os.environ["MUTATION_FOUND"]).with_name(f"routes-{number}.json")
