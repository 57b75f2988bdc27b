#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format decides how C looks; shells and Python must at least parse."""

import ast
import os
import re
import shutil
import subprocess

from tap import case, empty, project_files, read, run, same, Skip, SOURCE

# Versions format differently; .clang-format is written for this one, Debian 12's.
VERSION = 14


def find_formatter():
    for name in (f'clang-format-{VERSION}', 'clang-format'):
        if shutil.which(name):
            words = subprocess.run([name, '--version'], capture_output=True, text=True, check=True).stdout
            if re.search(rf'version {VERSION}\.', words):
                return name
    raise Skip(f'no clang-format {VERSION} here')


def formatted(folder):
    formatter = find_formatter()
    files = project_files('.c', '.h', under=folder)
    findings = []
    for start in range(0, len(files), 40):
        result = subprocess.run([formatter, '--dry-run', '-Werror', *files[start:start + 40]], cwd=SOURCE,
                                capture_output=True, text=True, check=False)
        findings += sorted({line.split(':')[0] for line in result.stderr.splitlines() if 'error:' in line})
        same(result.returncode != 0, bool(findings) and result.returncode != 0)
    empty(findings)


for name in sorted(os.listdir(os.path.join(SOURCE, 'src'))):
    if os.path.isdir(os.path.join(SOURCE, 'src', name)):
        case(f'style/src {name} is formatted')(lambda folder=os.path.join('src', name): formatted(folder))


@case('style/tests are formatted')
def _():
    formatted('tests')


@case('style/the programs are formatted')
def _():
    formatter = find_formatter()
    files = [path for path in project_files('.c', '.h', under='src') if path.count(os.sep) == 1]
    assert files
    result = subprocess.run([formatter, '--dry-run', '-Werror', *files], cwd=SOURCE, capture_output=True, text=True,
                            check=False)
    same(result.returncode, 0, result.stderr[:2000])


@case('style/shell scripts parse')
def _():
    for path in ['run', 'check', os.path.join('.ci', 'run'), *project_files('.sh')]:
        result = subprocess.run(['bash', '-n', path], cwd=SOURCE, capture_output=True, text=True, check=False)
        same(result.returncode, 0, result.stderr)


@case('style/python parses')
def _():
    for path in project_files('.py'):
        ast.parse(read(path), path)


@case('style/lines are short')
def _():
    findings = []
    for path in project_files('.c', '.h', '.py', '.sh'):
        findings += [f'{path}:{number}' for number, line in enumerate(read(path).splitlines(), 1) if len(line) > 120]
    empty(findings)


run()
