#!/usr/bin/env python3
"""Runs `tashil form bench` over folders of forms and prints ratios, each with what it is measured against.

whole.py TASHIL FORMS [PEERS]: FORMS holds folders with form.xml and script.tsv. Of forms whose name ends in a number, the
smaller and the larger are compared: a ratio of 1 means that an operation costs the same however large the form is. PEERS
holds, by form and operation, the microseconds that another engine takes (JSON: {"hh": {"load": 27000, "answer": 26}}).
Nothing is asserted: figures of a busy machine say little, those of one run beside each other something.
"""
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

PASSES = 5


def run(tashil, folder, *options):
    output = subprocess.run([tashil, 'form', 'bench', str(folder), *options], stdout=subprocess.PIPE, check=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def medians(passes):
    """microseconds by operation; `load` is the reading of the form and its lists, once everything is warm"""
    figures = {'load': statistics.median(p['load_cpu_ms'] * 1000 for p in passes)}
    for label in passes[0]['ops']:
        figures[label] = statistics.median(p['ops'][label]['med_us'] for p in passes)
    return figures


def line(form, what, value, beside, ratio):
    print('%-14s %-22s %12.1f us %14s %9.2f' % (form, what, value, beside, ratio))


def main():
    tashil, forms = sys.argv[1], pathlib.Path(sys.argv[2])
    peers = json.loads(pathlib.Path(sys.argv[3]).read_text()) if len(sys.argv) > 3 else {}
    figures, bad = {}, 0
    with tempfile.TemporaryDirectory() as cache:
        for folder in sorted(f for f in forms.iterdir() if (f / 'script.tsv').exists()):
            passes = run(tashil, folder, '--passes', str(PASSES), '--cache', cache)
            again = run(tashil, folder, '--load-only', '--cache', cache)[0]
            bad += sum(p['bad'] for p in passes)
            figures[folder.name] = medians(passes)
            print('%-14s peak %.0f MB, opened by a new process: %.1f ms of load, %.0f MB' % (
                folder.name, passes[-1]['peak_rss_mb'], again['load_cpu_ms'], again['peak_rss_mb']))
    print('\n%-14s %-22s %15s %14s %9s' % ('form', 'operation', 'median', 'beside', 'ratio'))
    for name, mine in figures.items():
        for what, theirs in peers.get(name, {}).items():
            if what in mine:
                line(name, what, mine[what], 'peer %.0f us' % theirs, mine[what] / theirs)
    kinds = {}
    for name in figures:
        if match := re.fullmatch(r'(\D+)(\d+)', name):
            kinds.setdefault(match[1], []).append(int(match[2]))
    for kind, sizes in kinds.items():
        least, most = min(sizes), max(sizes)
        small, large = figures['%s%d' % (kind, least)], figures['%s%d' % (kind, most)]
        for what in large:
            if what in small and most > least:
                line('%s%d' % (kind, most), what, large[what], 'of %d' % least, large[what] / max(small[what], 0.001))
    for name, mine in figures.items():
        if 'add-first-tenth' in mine:
            line(name, 'add-last-tenth', mine['add-last-tenth'], 'first tenth', mine['add-last-tenth'] / mine['add-first-tenth'])
    print('\nexpected values missed: %d' % bad)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
