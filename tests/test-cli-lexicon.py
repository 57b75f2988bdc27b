#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own lexicon: the worked example of data/lexicon/FORMAT.md, word for word, and lines that are wrong."""

import json
import os
import re
import subprocess
import tempfile

from tap import case, read, run, same

CLI = os.environ['KHATT_CLI']
SCRATCH = tempfile.TemporaryDirectory(prefix='khatt-cli-lexicon-')

ALIAS, FRAME, ARTICLE, LISTING, WRONG, COMPLAINT = re.findall(
    r'^```\n(.*?)^```$', read('data/lexicon/FORMAT.md').split('## Your own lines')[1].split('\n## ')[0],
    re.DOTALL | re.MULTILINE)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def with_tables(name, **tables):
    """What the example is read as, and the complaints, in a home that has these tables of its own."""
    home = os.path.join(SCRATCH.name, name)
    article = write(os.path.join(home, 'example.txt'), ARTICLE)
    for table, text in tables.items():
        write(os.path.join(home, 'khatt', 'lexicon', 'ar', f'{table}.tsv'), text)

    def cli(*arguments):
        process = subprocess.run([CLI, 'read', *arguments, article], env={**os.environ, 'XDG_DATA_HOME': home},
                                 capture_output=True, check=True, timeout=60)
        return process.stdout.decode(), process.stderr.decode()
    return cli


@case('lexicon/the worked example works')
def _():
    cli = with_tables('example', countries=ALIAS, verbs=FRAME)
    same(cli(), (LISTING, ''))
    event, = json.loads(cli('--to=json')[0])['events']
    same([actor['country'] for actor in event['actors']], ['LB', 'EG'])


@case('lexicon/each of its lines is needed')
def _():
    same(with_tables('nothing')(), ('0 events\n', ''))
    same(with_tables('alias', countries=ALIAS)()[0], '0 events\n')
    assert 'LB' not in with_tables('frame', verbs=FRAME)('--to=json')[0]


@case('lexicon/a wrong line is told with file and line and costs nothing else')
def _():
    cli = with_tables('wrong', countries=ALIAS, verbs=FRAME + WRONG)
    folder = os.path.join(SCRATCH.name, 'wrong', 'khatt', 'lexicon', 'ar')
    same(cli(), (LISTING, os.path.join(folder, COMPLAINT)))


@case('lexicon/every wrong line is told')
def _():
    lines = 'حلب\tQQ\n\n# كلام\nدمشق\tSYR\n\tSY\nحمص\tSY\tقديمة\nمنبج\tSY\n'
    complaints = with_tables('many', cities=lines, poems='بيت\n')()[1].splitlines()
    same([re.search(r'(\w+\.tsv)(?::(\d+))?: .{10,}', line).groups() for line in complaints],
         [('cities.tsv', '1'), ('cities.tsv', '4'), ('cities.tsv', '5'), ('cities.tsv', '6'), ('poems.tsv', None)])


@case('lexicon/a line overrides ours')
def _():
    moved = with_tables('moved', countries=ALIAS + 'مصر\tMA\tname\n', verbs=FRAME, adjectives='مصري\tMA\n')
    event, = json.loads(moved('--to=json')[0])['events']
    same([actor['country'] for actor in event['actors']], ['LB', 'MA'])


run()
