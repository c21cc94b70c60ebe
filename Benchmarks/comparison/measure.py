"""Runs whole processes and compares them, by the kernel's own account."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Run:
    wall: float
    cpu: float
    peak: float


class Failed(Exception):
    """A command ended with a code that it should not end with."""


def run(command, stdin=None, allowed=(0, 1)):
    """Runs a command and throws away what it writes; seconds, and the greatest memory in MiB."""
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@dataclass
class Comparison:
    first: Run
    second: Run
    wall: float
    cpu: float
    peak: float
    pairs: int


def fresh(command):
    """The command with an empty cache folder of its own, which is taken away behind it."""
    script = 'XDG_CACHE_HOME=$(mktemp -d) && export XDG_CACHE_HOME && trap \'rm -rf "$XDG_CACHE_HOME"\' EXIT && "$@"'
    return ["sh", "-c", script, "sh", *map(str, command)]


def compare(first, second, pairs, beforehand=True):
    """Runs two commands in turn, A B A B …, once each beforehand; medians, and the medians of the ratios A/B pair by pair."""
    if beforehand:
        run(first), run(second)
    found = [(run(first), run(second)) for _ in range(pairs)]

    def median(side, name):
        return statistics.median(getattr(pair[side], name) for pair in found)

    def ratio(name):
        return statistics.median(getattr(a, name) / getattr(b, name) for a, b in found)

    sides = [Run(*(median(side, name) for name in ("wall", "cpu", "peak"))) for side in (0, 1)]
    return Comparison(*sides, ratio("wall"), ratio("cpu"), ratio("peak"), pairs)
