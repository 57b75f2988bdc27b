#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""khatt-cli render --scenes: a page or a picture for each scene of a document."""

import os
import re
import subprocess
import tempfile

from handout_documents import document, event
from tap import case, run, same

CLI = os.environ['KHATT_CLI']
SCRATCH = tempfile.TemporaryDirectory(prefix='khatt-scenes-')
EVENTS = [event(3), event(5, kind='meeting'), event(20, actors=[{'name': 'Ivo Novak', 'role': 'speaker'}],
                                                    kind='statement')]
SCENES = [{'id': 's1', 'title': 'How it began', 'from': '2025-08-01', 'to': '2025-08-10', 'notes': 'Speak slowly'},
          {'id': 's2', 'from': '2025-08-01', 'to': '2025-08-10', 'filter': {'kinds': ['meeting']}, 'lanes_by': 'kinds'},
          {'id': 's3', 'title': 'The answer', 'from': '2025-08-15', 'to': '2025-08-25'}]


def scratch(name):
    return os.path.join(SCRATCH.name, name)


def render(*options, name='scenes.pdf', scenes=None):
    text = document(EVENTS, scenes=SCENES if scenes is None else scenes)
    return subprocess.run([CLI, 'render', '--from=khatt', *options, '-o', name if name == '-' else scratch(name), '-'],
                          input=text.encode(), capture_output=True, check=False, timeout=100)


def pages(name='scenes.pdf'):
    """The words of each page, and the points that they are wide and high."""
    text = subprocess.run(['pdftotext', '-layout', scratch(name), '-'], capture_output=True, check=True).stdout.decode()
    facts = subprocess.run(['pdfinfo', scratch(name)], capture_output=True, check=True).stdout.decode()
    size = re.search(r'Page size: +([\d.]+) x ([\d.]+)', facts).groups()
    return text.split('\f')[:-1], tuple(round(float(side)) for side in size)


@case('scenes/a page for each, with its title, its time and its events')
def _():
    same(render('--scenes').returncode, 0)
    (first, second, third), size = pages()
    same(size, (960, 540))
    for page, words, others in ((first, ('How it began', '1 – 10 August 2025', 'Topic 3', 'Topic 5', 'Anna Berg'),
                                 ('Topic 20', 'Ivo Novak', 'Speak slowly')),
                                (second, ('Scene 2', 'Topic 5', 'Kinds'), ('Topic 3', 'Anna Berg')),
                                (third, ('The answer', 'Topic 20', 'Ivo Novak'), ('Topic 3', 'Anna Berg'))):
        for word in words:
            assert word in page, (word, page)
        for word in others:
            assert word not in page, (word, page)


@case('scenes/pages are counted through and say what they are a part of')
def _():
    render('--scenes')
    for number, page in enumerate(pages()[0], 1):
        assert f'Page {number} of 3' in page, page
        assert page.rstrip().endswith('Talks'), page


@case('scenes/on paper')
def _():
    for option, size in (('--paper=A4', (842, 595)), ('--portrait', (595, 842))):
        same(render('--scenes', '--paper=A4', option).returncode, 0)
        found, found_size = pages()
        same((len(found), found_size), (3, size))
    same(render('--scenes', '--paper=A4', '--pages=2').returncode, 0)
    found, _ = pages()
    same(len(found), 6)
    assert 'Later: page 4' in found[2] and 'Earlier: page 3' in found[3] and 'Page 6 of 6' in found[5], found


@case('scenes/pictures have numbers')
def _():
    same(render('--scenes', '--scale=1.5', name='talks.v2.png').returncode, 0)
    names = sorted(name for name in os.listdir(SCRATCH.name) if name.startswith('talks'))
    same(names, ['talks.v2-1.png', 'talks.v2-2.png', 'talks.v2-3.png'])
    for name in names:
        with open(scratch(name), 'rb') as file:
            head = file.read(24)
        same((int.from_bytes(head[16:20], 'big'), int.from_bytes(head[20:24], 'big')), (1920, 1080))
    many = [{**SCENES[0], 'id': f's{i}'} for i in range(11)]
    same(render('--scenes', name='many.svg', scenes=many).returncode, 0)
    assert os.path.exists(scratch('many-01.svg')) and os.path.exists(scratch('many-11.svg'))


@case('scenes/one that shows nothing is left out, and that is said')
def _():
    empty_scene = {'id': 's4', 'title': 'Later', 'from': '2031-01-01', 'to': '2031-02-01'}
    process = render('--scenes', scenes=[SCENES[0], empty_scene])
    same((process.returncode, len(pages()[0])), (0, 1))
    assert b'1 scene shows no dated event' in process.stderr, process.stderr
    for scenes in ([], [empty_scene]):
        process = render('--scenes', '--to=pdf', name='-', scenes=scenes)
        same((process.returncode, process.stdout), (2, b''))
        assert b'no scene' in process.stderr, process.stderr


@case('scenes/standard output takes a PDF of them')
def _():
    process = render('--scenes', '--to=pdf', name='-')
    assert process.returncode == 0 and process.stdout.startswith(b'%PDF-')
    same(render('--scenes', '--to=png', name='-').returncode, 2)


@case('scenes/refuses what a scene says itself')
def _():
    for option in ('--span=2025-08-01/2025-08-03', '--actor=Anna Berg', '--kind=call', '--size=800x600'):
        process = render('--scenes', option, name='never.pdf')
        same(process.returncode, 2, option)
        assert process.stderr and not os.path.exists(scratch('never.pdf'))
    same(render('--scenes', name='never.html').returncode, 2)


run()
