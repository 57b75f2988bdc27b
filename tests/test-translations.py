#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations are complete: every string of every source, in every language that is offered."""

import os
import re
import subprocess
import tempfile

from tap import case, empty, project_files, read, run, same, SOURCE

PO = os.path.join(SOURCE, 'po')
# As meson's preset for GLib has them.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']
MARKED = re.compile(r'\b(?:N?C?_|n?gettext|g_d(?:c|n)gettext|g_dpgettext2) ?\(')


def listed():
    return [line for line in read('po/POTFILES').splitlines() if line and not line.startswith('#')]


def languages():
    return [line for line in read('po/LINGUAS').split('\n') if line and not line.startswith('#')]


def has_words(path):
    text = read(path)
    if path.endswith('.ui'):
        return re.search(r'translatable="(yes|true|1)"', text) is not None
    return MARKED.search(re.sub(r'/\*.*?\*/', '', text, flags=re.DOTALL)) is not None


def tool(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=SOURCE,
                            env={**os.environ, 'LC_ALL': 'C'})
    return result.returncode, result.stdout + result.stderr


def make_template(folder):
    template = os.path.join(folder, 'khatt.pot')
    status, words = tool('xgettext', '--from-code=UTF-8', '--add-comments', '--files-from=po/POTFILES',
                         f'--output={template}', *(f'--keyword={keyword}' for keyword in KEYWORDS))
    same(status, 0, words)
    return template


@case('translations/every file with words is listed')
def _():
    files = [path for path in project_files('.c', '.h', '.ui', under='src') if has_words(path)]
    assert files
    empty(sorted(set(files) - set(listed())))


@case('translations/every listed file is there')
def _():
    empty(path for path in listed() if not os.path.exists(os.path.join(SOURCE, path)))


@case('translations/arabic is offered')
def _():
    assert 'ar' in languages()


@case('translations/are complete and correct')
def _():
    for language in languages():
        status, words = tool('msgfmt', '--check', '--statistics', '--output-file=/dev/null', f'po/{language}.po')
        same(status, 0, words)
        assert 'untranslated' not in words and 'fuzzy' not in words, words


@case('translations/have every string of the sources')
def _():
    with tempfile.TemporaryDirectory() as folder:
        template = make_template(folder)
        for language in languages():
            status, words = tool('msgcmp', f'po/{language}.po', template)
            same(status, 0, words[-3000:])


@case('translations/have no string that is gone')
def _():
    with tempfile.TemporaryDirectory() as folder:
        merged = os.path.join(folder, 'merged.po')
        template = make_template(folder)
        for language in languages():
            status, words = tool('msgmerge', '--quiet', f'--output-file={merged}', f'po/{language}.po', template)
            same(status, 0, words)
            with open(merged, encoding='utf-8') as file:
                empty(re.findall(r'^#~ msgid .*', file.read(), re.MULTILINE))


@case('translations/arabic has its six plurals')
def _():
    text = read('po/ar.po')
    assert 'nplurals=6' in text
    plurals = len(re.findall(r'^msgid_plural', text, re.MULTILINE))
    assert plurals > 0
    for form in range(6):
        same(len(re.findall(rf'^msgstr\[{form}\]', text, re.MULTILINE)), plurals)


@case('translations/arabic is in arabic letters')
def _():
    # Words that stay as they are: names of formats, of options and of the program.
    entries = re.findall(r'^msgstr "((?:[^"\\]|\\.)+)"', read('po/ar.po').split('\n\n', 1)[1], re.MULTILINE)
    assert len(entries) > 50
    latin = [entry for entry in entries if re.search('[A-Za-z]{3}', entry) and not re.search('[\u0621-\u064a]', entry)]
    allowed = {'ar', 'PNG', 'SVG', 'PDF'}
    empty(sorted(set(latin) - allowed))


run()
