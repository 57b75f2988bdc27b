# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Test cases in Python, told in TAP.

    @case('files/every source has its licence')
    def _():
        assert ...

    run()
"""

import os
import sys
import traceback

CASES = []
SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Skip(Exception):
    """Raised by a case that cannot be run here; says why."""


def case(name):
    """Makes the decorated function a test case."""
    def add(function):
        CASES.append((name, function))
        return function
    return add


def same(found, expected, what=''):
    """Asserts equality and shows both sides."""
    assert found == expected, f'{what}\n  found:    {found!r}\n  expected: {expected!r}'


def empty(findings):
    """Asserts that a search found nothing and shows what it found."""
    findings = list(findings)
    assert not findings, f'{len(findings)} findings:\n  ' + '\n  '.join(map(str, findings[:40]))


def project_files(*suffixes, under=''):
    """Paths inside the project, sorted, that end in one of the suffixes (all without one)."""
    found = []
    for folder, folders, names in os.walk(os.path.join(SOURCE, under)):
        inside = os.path.relpath(folder, SOURCE)
        folders[:] = [f for f in folders if f not in ('.git', '__pycache__', '_flatpak', '.flatpak-builder')
                      and not (inside == '.' and f.startswith('build'))]
        for name in names:
            if not suffixes or name.endswith(suffixes):
                found.append(os.path.normpath(os.path.join(inside, name)))
    return sorted(found)


def read(path):
    """The text of a project file."""
    with open(os.path.join(SOURCE, path), encoding='utf-8') as file:
        return file.read()


def run():
    """Runs every case, prints TAP and ends the program."""
    failed = 0
    print(f'1..{len(CASES)}', flush=True)
    for number, (name, function) in enumerate(CASES, 1):
        try:
            function()
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}', flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f'not ok {number} {name}', flush=True)
            # Meson shows what failing programs say on standard error.
            print(f'{name}\n{traceback.format_exc()}', file=sys.stderr, flush=True)
        else:
            print(f'ok {number} {name}', flush=True)
    sys.exit(1 if failed else 0)
