#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way, as a person goes it: open, look, answer, save, open again, export."""

import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from drive import Window  # noqa: E402
from tap import SOURCE, case, run, same  # noqa: E402

SAMPLES = os.path.join(SOURCE, 'data', 'samples')
TIMELINE = os.path.join(SAMPLES, 'calls.khatt')
ARTICLE = os.path.join(SAMPLES, 'calls.txt')
FOLDER = tempfile.TemporaryDirectory()  # pylint: disable=consider-using-with


def path(name):
    return os.path.join(FOLDER.name, name)


def unpublished():
    """The sample article without its head: nothing says when it was published but its own words."""
    with open(ARTICLE, encoding='utf-8') as file:
        text = file.read().split('\n\n', 1)[1]
    with open(path('plain.txt'), 'w', encoding='utf-8') as file:
        file.write(text)
    return path('plain.txt')


@case('drive/an empty window offers to open something')
def _():
    with Window() as window:
        window.wait_until_shown('Open an article')
        assert window.shows('or drop it here')


@case('drive/a timeline opens with its events in the accessible tree')
def _():
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events from 1 article')
        window.wait_until_shown('Telephone call')


@case('drive/an article opens as a timeline')
def _():
    with Window(ARTICLE) as window:
        window.wait_until_shown('from 1 article')
        window.wait_until_shown('Telephone call')
        assert not window.shows('When was this published?')


@case('drive/keys walk through events and the details follow')
def _():
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events')
        assert not window.shows('Show in Article')
        window.keys('period')
        window.wait_until_shown('Happened · read from the article')
        window.wait_until_shown('Show in Article')


@case('drive/Alt+Return hides the details and brings them back')
def _():
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events')
        assert window.is_pressed('Details')
        window.keys('alt+Return')
        window.wait_for(lambda: not window.is_pressed('Details'), 'the pane to go')
        window.keys('alt+Return')
        window.wait_for(lambda: window.is_pressed('Details'), 'the pane to come back')


@case('drive/the article stands beside the timeline, letter for letter')
def _():
    with open(TIMELINE, encoding='utf-8') as file:
        text = json.load(file)['articles'][0]['text']
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events')
        assert text not in window.texts()
        window.keys('ctrl+3')
        window.wait_for(lambda: text in window.texts(), 'the text of the article')
        assert window.is_pressed('Article')
        window.keys('ctrl+1')
        window.wait_for(lambda: window.is_pressed('Timeline'), 'the timeline alone')


@case('drive/show in article')
def _():
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events')
        window.keys('period')
        window.press('Show in Article')
        window.wait_for(window.texts, 'the text of the article')


@case('drive/the publication date is asked and answered, undone and answered again')
def _():
    with Window(unpublished()) as window:
        window.wait_until_shown('When was this published?')
        entry = window.wait_for(lambda: window.find('Another publication day'), 'the entry')
        window.click(*centre(entry))
        window.write('8/8/2025')
        window.keys('Return')
        window.wait_until_shown('• ')
        window.wait_until_shown('Friday 8 August 2025')
        window.press('Undo')
        window.wait_for(lambda: not window.shows('• '), 'the answer to be undone')
        window.press('Redo')
        window.wait_until_shown('• ')


def centre(node):
    """Where a node is on the screen; the window's corner is the screen's, without a window manager."""
    from gi.repository import Atspi  # pylint: disable=import-outside-toplevel
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.x + box.width // 2, box.y + box.height // 2


@case('drive/saved under a name and opened again, it is the same')
def _():
    target = path('saved.khatt')
    with Window(ARTICLE) as window:
        window.wait_until_shown('from 1 article')
        window.keys('ctrl+shift+s')
        window.choose_file(target)
        window.wait_for(lambda: os.path.exists(target), 'the file')
        window.wait_until_shown('Saved')
    with open(target, encoding='utf-8') as file:
        document = json.load(file)
    same(document['format'], 'khatt-timeline')
    n_events = len(document['events'])
    assert n_events > 5
    with Window(target) as window:
        window.wait_until_shown(f'{n_events} events from 1 article')


@case('drive/exported as a picture')
def _():
    target = path('picture.png')
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events')
        window.keys('ctrl+e')
        window.press('Export…')
        window.wait_for(lambda: not window.shows('Resolution'), 'the file dialog')
        window.choose_file(target)
        window.wait_until_shown('Exported')
    with open(target, 'rb') as file:
        same(file.read(8), b'\x89PNG\r\n\x1a\n')
    assert os.path.getsize(target) > 10000


@case('drive/exported from the list')
def _():
    target = path('behind.png')
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events')
        window.keys('ctrl+2')
        window.wait_for(lambda: window.is_pressed('List'), 'the list')
        window.keys('ctrl+e')
        window.press('Export…')
        window.wait_for(lambda: not window.shows('Resolution'), 'the file dialog')
        window.choose_file(target)
        window.wait_until_shown('Exported')
    assert os.path.getsize(target) > 10000


@case('drive/what is typed is found, counted and gone through')
def _():
    with Window(TIMELINE) as window:
        window.wait_until_shown('14 events')
        window.keys('ctrl+f')
        window.wait_until_shown('Find in the timeline')
        window.write('وبوتين')
        window.wait_until_shown('11 events')
        window.keys('Return')
        window.wait_until_shown('1 of 11')
        window.keys('ctrl+g')
        window.wait_until_shown('2 of 11')
        window.keys('shift+Return')
        window.wait_until_shown('1 of 11')
        window.keys('ctrl+shift+g')
        window.wait_until_shown('11 of 11')
        window.keys('Escape')
        window.wait_for(lambda: not window.shows('11 of 11'), 'the search to end')


@case('drive/what cannot be opened is said')
def _():
    with open(path('broken.khatt'), 'w', encoding='utf-8') as file:
        file.write('\0\1\2\3')
    with Window(path('broken.khatt')) as window:
        window.wait_until_shown('Could Not Open')
        window.press('Close')
        window.wait_until_shown('Open an article')


def run_program(*arguments):
    """Runs the program to its end, which it finds before it needs a display."""
    return subprocess.run([os.environ['KHATT'], *arguments], capture_output=True, text=True, check=False, timeout=60)


@case('drive/tells its version')
def _():
    result = run_program('--version')
    same(result.returncode, 0)
    assert re.fullmatch(r'khatt \d+\.\d+\.\d+\n', result.stdout), result.stdout


@case('drive/refuses a publication date that is none')
def _():
    result = run_program('--published=2025-02-31', ARTICLE)
    same(result.returncode, 2)
    assert '--published=2025-02-31' in result.stderr
    same(result.stdout, '')


@case('drive/two timelines are two windows')
def _():
    with Window(TIMELINE, ARTICLE) as window:
        window.wait_for(lambda: len(window.window_ids()) == 2, 'two windows')


run()
