#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check itself: does it count what ran, and does it fail when it should?"""

import json
import os
import re
import subprocess
import tempfile

from tap import case, empty, read, run, same, SOURCE


def count(*programs):
    """Exit status and output of the counter for (result, TAP) of each program."""
    with tempfile.NamedTemporaryFile('w', suffix='.json') as log:
        for number, (result, output) in enumerate(programs):
            log.write(json.dumps({'name': f'program {number}', 'result': result, 'stdout': output}) + '\n')
        log.flush()
        process = subprocess.run(['/usr/bin/python3', os.path.join(SOURCE, 'tests', 'count-cases.py'), log.name],
                                 capture_output=True, text=True, check=False)
    return process.returncode, process.stdout.splitlines()


@case('count/cases, not programs')
def _():
    same(count(('OK', '1..2\nok 1 one\nok 2 two\n'), ('OK', 'ok 1 x\n')), (0, ['3 passed, 0 failed']))


@case('count/a failed case fails the check')
def _():
    status, lines = count(('FAIL', '1..2\nok 1 one\nnot ok 2 two\n'))
    same((status, lines[-1]), (1, '1 passed, 1 failed'))
    assert 'two' in lines[0]


@case('count/skipped cases are neither')
def _():
    same(count(('OK', 'ok 1 one # SKIP no display\nok 2 two\n')), (0, ['1 passed, 0 failed, 1 skipped']))


@case('count/a crash counts as a failure')
def _():
    for result in ('ERROR', 'TIMEOUT', 'FAIL', 'INTERRUPT'):
        status, lines = count((result, '1..9\nok 1 one\n'))
        same((status, lines[-1]), (1, '1 passed, 1 failed'), result)


@case('count/nothing run is a failure')
def _():
    status, lines = count()
    same((status, lines[-1]), (1, '0 passed, 0 failed'))
    status, lines = count(('OK', 'ok 1 one # SKIP\n'))
    same((status, lines[-1]), (1, '0 passed, 0 failed, 1 skipped'))


@case('count/what a test prints is no verdict')
def _():
    same(count(('OK', '# ok then\nok 1 one\nokay\n  ok 2 nested\n')), (0, ['1 passed, 0 failed']))


@case('setup/every package is named once')
def _():
    names = [line.split()[0] for line in read('.ci/packages').splitlines() if line and not line.startswith('#')]
    same(sorted(set(names)), sorted(names))
    assert len(names) > 20
    empty(name for name in names if not re.fullmatch(r'[a-z0-9][a-z0-9.+-]+', name))


@case('setup/every dependency has its package')
def _():
    packages = read('.ci/packages')
    owner = {'glib-2.0': 'libgtk-4-dev', 'gobject-2.0': 'libgtk-4-dev', 'gio-2.0': 'libgtk-4-dev',
             'gio-unix-2.0': 'libgtk-4-dev', 'cairo': 'libgtk-4-dev', 'cairo-pdf': 'libgtk-4-dev',
             'cairo-svg': 'libgtk-4-dev', 'cairo-png': 'libgtk-4-dev', 'pango': 'libgtk-4-dev',
             'pangocairo': 'libgtk-4-dev', 'pangoft2': 'libgtk-4-dev', 'harfbuzz': 'libgtk-4-dev',
             'fontconfig': 'libgtk-4-dev', 'gtk4': 'libgtk-4-dev', 'libadwaita-1': 'libadwaita-1-dev',
             'icu-uc': 'libicu-dev', 'icu-i18n': 'libicu-dev', 'yajl': 'libyajl-dev', 'libxml-2.0': 'libxml2-dev',
             'libical': 'libical-dev'}
    for path in ('meson.build', 'src/ui/meson.build'):
        for name in re.findall(r"dependency\('([\w.-]+)'", read(path)):
            assert f'\n{owner[name]}\n' in packages, name


@case('setup/only what is missing is installed')
def _():
    script = '. .ci/setup.sh; dpkg-query () { [ "${*: -1}" != gcc ] || printf installed; }; missing_packages tests'
    output = subprocess.run(['bash', '-c', script], cwd=SOURCE, capture_output=True, text=True,
                            check=True).stdout.split()
    assert 'gcc' not in output
    assert 'meson' in output and 'xvfb' in output
    without_tests = subprocess.run(['bash', '-c', '. .ci/setup.sh; wanted_packages'], cwd=SOURCE, capture_output=True,
                                   text=True, check=True).stdout.split()
    assert 'meson' in without_tests and 'xvfb' not in without_tests


@case('setup/help needs no setup')
def _():
    for script in ('run', 'check'):
        output = subprocess.run([os.path.join(SOURCE, script), '--help'], capture_output=True, text=True, check=True,
                                timeout=20).stdout
        assert f'./{script}' in output, output


run()
