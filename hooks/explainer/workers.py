"""Independent pieces of work on several processors, by copies that the system makes of this process.

A copy knows all that was read and settled, so nothing has to be sent to it. Where the system cannot
copy a process, or where one would copy a process with threads, all work is done here, one piece after
the other, with the same results.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Generic, TypeVar, cast

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def processors() -> int:
    """Return how many processors this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # where the system has it
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def can_copy() -> bool:
    """Tell whether this process can be copied. One with threads cannot: they might hold what the copy needs."""
    return sys.platform == "linux" and threading.active_count() == 1


def each(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], jobs: int, size: int = 1
) -> Iterator[Result]:
    """Yield what `work` makes of each piece, in their order, with so many processes; this one is one of them.

    Pieces are handed out `size` at a time. What goes wrong with a piece goes wrong here, as if there were
    one process alone: the piece is tried once more in this one. The same holds for a copy that is lost.
    """
    size = max(size, len(pieces) // _MOST_TICKETS + 1)
    if jobs < 2 or len(pieces) <= size or not can_copy():
        yield from map(work, pieces)
        return
    chunks = [pieces[start : start + size] for start in range(0, len(pieces), size)]
    crew = _Crew(work, chunks, min(jobs, len(chunks)) - 1)
    try:
        for turn, chunk in enumerate(chunks):
            done = crew.done(turn)
            for record in done.said:
                logging.getLogger(record.name).handle(record)
            yield from done.results
            if done.error is not None:
                raise done.error
            yield from map(work, chunk[len(done.results) :])
    finally:
        crew.dismiss()


_TICKET = 4
"""How many bytes a ticket has: the number of a chunk."""

_MOST_TICKETS = 8192
"""How many tickets there are at most: a pipe holds twice as many."""


@dataclass
class _Done(Generic[Result]):
    """What was made of a chunk, up to the first piece that went wrong, and what a copy had to say."""

    results: list[Result] = field(default_factory=list)
    said: list[logging.LogRecord] = field(default_factory=list)
    error: Exception | None = None
    """What went wrong, if it did in this process: it waits for its turn."""


class _Crew(Generic[Piece, Result]):
    """The copies of this process. Each, and this one, draws the number of a chunk when it has nothing to do.

    The numbers lie in a pipe: no process has to wait for another one, and one that is lost takes no more
    than its own chunk along.
    """

    def __init__(
        self, work: Callable[[Piece], Result], chunks: Sequence[Sequence[Piece]], copies: int
    ) -> None:
        self._work = work
        self._chunks = chunks
        self._found: dict[int, _Done[Result]] = {}
        self._frozen = gc.get_freeze_count()
        gc.freeze()  # what is there stays: a copy that looked through it for rubbish would make it its own
        self._tickets, numbers = os.pipe()
        os.write(numbers, b"".join(number.to_bytes(_TICKET, "big") for number in range(len(chunks))))
        os.close(numbers)
        self._answers: list[Connection] = []
        self._copies = [self._copied() for _ in range(copies)]

    def _copied(self) -> multiprocessing.Process:
        """Make a copy. An interrupt waits until the copy knows that it is not meant."""
        answers, answer = multiprocessing.Pipe(duplex=False)
        copy = cast(
            "multiprocessing.Process",
            multiprocessing.get_context("fork").Process(target=self._serve, args=(answer,), daemon=True),
        )
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            copy.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        answer.close()
        self._answers.append(answers)
        return copy

    def _serve(self, answer: Connection) -> None:
        """Do chunks until none is left: in a copy, which says nothing by itself and ends with the first process."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        for others in self._answers:
            others.close()
        first = multiprocessing.parent_process()
        if first is not None:
            threading.Thread(target=_end_with, args=[first.sentinel], daemon=True).start()
        said: SimpleQueue[logging.LogRecord] = SimpleQueue()
        for logger in [logging.root, *map(logging.getLogger, logging.root.manager.loggerDict)]:
            logger.handlers.clear()
            if logger is logging.root or not logger.propagate:
                logger.addHandler(QueueHandler(said))
        while ticket := os.read(self._tickets, _TICKET):
            number = int.from_bytes(ticket, "big")
            done: _Done[Result] = _Done()
            for piece in self._chunks[number]:
                heard: list[logging.LogRecord] = []
                try:
                    done.results.append(self._work(piece))
                except Exception:  # noqa: BLE001 - whatever it is, the piece is tried again where it can be told
                    break
                finally:
                    while not said.empty():
                        heard.append(said.get())
                done.said += heard
            try:
                answer.send((number, done))
            except BrokenPipeError:  # nobody waits for it any longer
                return

    def done(self, number: int) -> _Done[Result]:
        """Return what was made of a chunk; do others in this process until it is there."""
        while number not in self._found:
            if ticket := os.read(self._tickets, _TICKET):
                drawn = int.from_bytes(ticket, "big")
                self._found[drawn] = self._done_here(self._chunks[drawn])
                self._hear(0)
            elif self._answers:
                self._hear(None)
            else:  # the system ended the copy that had drawn it, for want of memory perhaps
                return _Done()
        return self._found.pop(number)

    def _done_here(self, chunk: Sequence[Piece]) -> _Done[Result]:
        done: _Done[Result] = _Done()
        for piece in chunk:
            try:
                done.results.append(self._work(piece))
            except Exception as error:  # noqa: BLE001 - raised when its turn comes
                done.error = error
                break
        return done

    def _hear(self, patience: float | None) -> None:
        """Take in what copies have done; wait for the next one if `patience` is None."""
        for answers in wait(self._answers, patience):
            try:
                number, done = cast("Connection", answers).recv()
                self._found[number] = done
            except EOFError:
                self._answers.remove(cast("Connection", answers))

    def dismiss(self) -> None:
        """Let no copy begin a further chunk, and wait until the last has ended."""
        while os.read(self._tickets, 1 << 16):
            pass
        for answers in self._answers:
            answers.close()
        for copy in self._copies:
            copy.join()
            copy.close()
        os.close(self._tickets)
        if not self._frozen:
            gc.unfreeze()


def _end_with(first: int) -> None:
    wait([first])
    os._exit(1)
