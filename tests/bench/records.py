#!/usr/bin/env python3
"""Ten thousand records beside a hundred thousand, an outbox of ten beside one of a hundred thousand, and an answer beside a
bare commit. usage: records.py RECORDS_BENCH [FOLDER]: FOLDER keeps the stores for the next time. Nothing is asserted."""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

PASSES = 5


def run(program, *words):
    return subprocess.run([program, *map(str, words)], stdout=subprocess.PIPE, check=True, text=True).stdout


def median(program, command, folder):
    passes = [json.loads(run(program, command, folder)) for _ in range(PASSES)]
    return {name: statistics.median(one[name] for one in passes) for name in passes[0]}


def store(program, folder, count, waiting):
    place = folder / ('%d-%d' % (count, waiting))
    if not (place / 'made').exists():
        run(program, 'make', place, count, waiting)
        (place / 'made').touch()
    return place


def beside(what, small, large):
    for name in large:
        print('%-9s %-18s %10.2f %10.2f   ratio %5.2f' % (what, name, small[name], large[name], large[name] / max(small[name], 0.001)))


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else scratch)
        folder.mkdir(parents=True, exist_ok=True)
        print('%-28s %10s %10s' % ('', '10,000', '100,000'))
        small, large = store(program, folder, 10_000, 500), store(program, folder, 100_000, 500)
        beside('records', median(program, 'start', small), median(program, 'start', large))
        print('%-28s %10s %10s' % ('', '10', '100,000'))
        beside('outbox', median(program, 'outbox', store(program, folder, 10, 10)), median(program, 'outbox', store(program, folder, 100_000, 100_000)))
    with tempfile.TemporaryDirectory() as scratch:
        saved = json.loads(run(program, 'answer', scratch))
        print('answer saved %.3f ms, bare commit %.3f ms: ratio %.2f (bar 1.5); p99 %.3f and %.3f ms: ratio %.2f (bar 2)' % (
            saved['answer_ms'], saved['commit_ms'], saved['answer_ms'] / saved['commit_ms'],
            saved['answer_p99_ms'], saved['commit_p99_ms'], saved['answer_p99_ms'] / saved['commit_p99_ms']))


if __name__ == '__main__':
    main()
