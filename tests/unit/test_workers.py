"""Work is done by several processes as by one: the same results in the same order, the same mistakes."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does the work")

BEGINNING = """
import logging, multiprocessing, os, sys, threading, time
from explainer.workers import can_copy, each
def is_copy():
    return multiprocessing.parent_process() is not None
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own: the one that runs tests may have threads."""
    command = [sys.executable, "-c", BEGINNING + dedent(program)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def said(program: str) -> str:
    done = run(program)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("jobs", [1, 2, 3, 8, 40])
@pytest.mark.parametrize("size", [1, 7, 100])
def test_results_come_in_the_order_of_the_pieces(jobs: int, size: int) -> None:
    program = f"""
    def slow(piece):
        time.sleep(0.02 * (piece % 3 == 0))
        return piece * piece
    print(list(each(slow, range(25), {jobs}, {size})) == [piece * piece for piece in range(25)])
    """
    assert said(program) == "True"


def test_several_processes_take_part_and_this_one_is_one_of_them() -> None:
    program = """
    def who(piece):
        time.sleep(0.05)
        return os.getpid()
    found = set(each(who, range(40), 3))
    print(len(found), os.getpid() in found)
    """
    assert said(program) == "3 True"


def test_a_process_with_threads_does_all_itself() -> None:
    program = """
    threading.Thread(target=time.sleep, args=[1], daemon=True).start()
    print(can_copy(), set(each(lambda piece: os.getpid(), range(40), 3)) == {os.getpid()})
    """
    assert said(program) == "False True"


@pytest.mark.parametrize("jobs", [1, 4])
def test_the_first_mistake_is_raised_here_after_all_results_before_it(jobs: int) -> None:
    program = f"""
    class Odd(Exception):
        def __init__(self, one, two):  # cannot be sent from one process to another
            super().__init__(f"{{one}} and {{two}}")
    def work(piece):
        if piece in (9, 17, 30):
            raise Odd(piece, is_copy())
        time.sleep(0.01)
        return piece
    got = []
    try:
        for result in each(work, range(32), {jobs}, 2):
            got.append(result)
    except Odd as error:
        print(got == list(range(9)), error)
    """
    assert said(program) == "True 9 and False"


def test_a_copy_that_is_lost_is_made_up_for() -> None:
    program = """
    def work(piece):
        time.sleep(0.01)
        if piece == 3 and is_copy():
            os._exit(9)
        return piece
    print(list(each(work, range(40), 3)) == list(range(40)))
    """
    assert said(program) == "True"


@pytest.mark.parametrize("propagates", ["True", "False"])
def test_what_a_copy_logs_is_told_once(propagates: str) -> None:
    program = f"""
    class Told(logging.Handler):
        def emit(self, record):
            print(record.getMessage(), is_copy())
    logging.getLogger("some").addHandler(Told())
    logging.getLogger("some").propagate = {propagates}
    def work(piece):
        time.sleep(0.02)
        if piece % 4 == 0:
            logging.getLogger("some").warning("piece %s", piece)
    for _ in each(work, range(20), 3):
        pass
    """
    told = said(program).splitlines()
    assert sorted(told, key=lambda line: int(line.split()[1])) == [
        f"piece {piece} False" for piece in range(0, 20, 4)
    ]


def test_nobody_is_left_when_the_work_is_given_up() -> None:
    program = """
    def work(piece):
        time.sleep(0.01)
        return piece
    for result in each(work, range(1000), 3):
        if result == 5:
            break
    import gc; gc.collect()
    print(multiprocessing.active_children(), threading.active_count())
    """
    assert said(program) == "[] 1"
