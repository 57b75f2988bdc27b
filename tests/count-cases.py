#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases that `meson test` ran.

Reads meson's testlog.json (one JSON object a line, one line a program) and the TAP in it, and prints
"N passed, N failed[, N skipped]" as its last line. A program that ended badly although none of its cases says so
counts as one failed case. Exit status 1 when a case failed or none ran.
"""

import json
import re
import sys

CASE = re.compile(r'^(not ok|ok)\b\s*(\d+)?\s*(.*)$')
DIRECTIVE = re.compile(r'#\s*(skip|todo)\b', re.IGNORECASE)


def count_tap(output):
    """Passed, skipped, and the names of the failed cases of one program."""
    passed = skipped = 0
    failed = []
    for line in output.splitlines():
        case = CASE.match(line)
        if not case:
            continue
        verdict, _, words = case.groups()
        directive = DIRECTIVE.search(words)
        if directive and directive.group(1).lower() == 'skip':
            skipped += 1
        elif verdict == 'ok':
            passed += 1
        elif not directive:
            failed.append(words.lstrip('- '))
    return passed, skipped, failed


def main(path):
    passed = skipped = failed = 0
    with open(path, encoding='utf-8', errors='replace') as log:
        for line in log:
            program = json.loads(line)
            ok, skips, bad = count_tap(program.get('stdout', ''))
            if program['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP') and not bad:
                bad = [program['result'].lower()]
            for case in bad:
                print(f"failed: {program['name']}: {case}")
            passed += ok
            skipped += skips
            failed += len(bad)
    if passed + failed == 0:
        print('no test case ran')
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: count-cases.py TESTLOG.json')
    try:
        sys.exit(main(sys.argv[1]))
    except OSError as error:
        print(f'no test ran: {error}')
        print('0 passed, 0 failed')
        sys.exit(1)
