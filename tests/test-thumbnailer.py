#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""khatt-thumbnailer as a file manager starts it."""

import configparser
import json
import os
import resource
import subprocess
import tempfile

from tap import case, run, same, SOURCE

THUMBNAILER = os.environ['KHATT_THUMBNAILER']
APPLICATION_ID = 'io.github.khatt.Khatt'
DOCUMENT = os.path.join(SOURCE, 'data', 'samples', 'calls.khatt')
SCRATCH = tempfile.TemporaryDirectory(prefix='khatt-thumbnailer-')
# A document of a million events is several times this.
MOST_MEMORY_KIB = 128 * 1024
EVENT = ('{"id":"e%d","kind":"%s","title":"محادثة طويلة العنوان بين طرفين من أطراف كثيرة","date":"%d-%02d-01",'
         '"actors":[{"name":"الطرف %d"},{"name":"الطرف %d"}],"notes":"%s"}')


def scratch(name, content=None):
    path = os.path.join(SCRATCH.name, name)
    if content is not None:
        with open(path, 'wb') as file:
            file.write(content)
    return path


def thumbnail(*arguments):
    return subprocess.run([THUMBNAILER, *arguments], capture_output=True, check=False, timeout=60)


def size(path):
    with open(path, 'rb') as file:
        head = file.read(24)
    same(head[:8], b'\x89PNG\r\n\x1a\n')
    return int.from_bytes(head[16:20], 'big'), int.from_bytes(head[20:24], 'big')


def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(os.path.join(os.environ['KHATT_DATA_BUILD_DIR'], APPLICATION_ID + '.thumbnailer'))
    return parser['Thumbnailer Entry']


@case('thumbnailer/is told of as the desktop wants it')
def _():
    same(entry()['MimeType'], 'application/vnd.khatt+json;')
    assert entry()['TryExec'].endswith('/khatt-thumbnailer')
    same(entry()['Exec'], entry()['TryExec'] + ' --size %s %i %o')


@case('thumbnailer/as the desktop starts it')
def _():
    for pixels, expected in (('128', (128, 96)), ('256', (256, 192)), ('512', (512, 384))):
        words = {'%s': pixels, '%i': DOCUMENT, '%o': scratch('out.png')}
        arguments = [words.get(word, word) for word in entry()['Exec'].split()[1:]]
        result = thumbnail(*arguments)
        same((result.returncode, result.stdout, result.stderr), (0, b'', b''))
        same(size(scratch('out.png')), expected)


@case('thumbnailer/an empty document, and one whose events have no date')
def _():
    for events in ([], [{'id': 'e1', 'kind': 'call', 'actors': [{'name': 'A'}]}]):
        document = {'format': 'khatt-timeline', 'version': 1, 'events': events}
        path = scratch('empty.khatt', json.dumps(document).encode())
        result = thumbnail(path, scratch('empty.png'))
        same((result.returncode, result.stderr), (0, b''))
        same(size(scratch('empty.png')), (128, 96))


@case('thumbnailer/a document that was cut off has no picture of an empty one')
def _():
    with open(DOCUMENT, 'rb') as file:
        whole = file.read()
    events = whole.index(b'"events":[') + len(b'"events":[\n')
    for end in (events // 2, events, events + 100):
        path = scratch('cut.khatt', whole[:end])
        result = thumbnail(path, scratch('cut.png'))
        same(result.returncode, 1, end)
        assert b'damaged' in result.stderr and result.stderr.count(b'\n') == 1, result.stderr
        assert not os.path.exists(scratch('cut.png'))
    same(thumbnail(scratch('cut.khatt', whole[:-2]), scratch('cut.png')).returncode, 0)


@case('thumbnailer/by its address')
def _():
    same(thumbnail('file://' + DOCUMENT, scratch('uri.png')).returncode, 0)
    same(size(scratch('uri.png')), (128, 96))


@case('thumbnailer/what is no document is said, and nothing written')
def _():
    for name, content in (('junk.khatt', b'junk'),
                          ('nothing.khatt', b''), ('zeros.khatt', b'\0' * 100), ('other.khatt', b'{"a": 1}'),
                          ('large.khatt', b'x' * 5_000_000)):
        result = thumbnail(scratch(name, content), scratch('never.png'))
        same(result.returncode, 1, name)
        assert result.stderr.startswith(b'khatt-thumbnailer: ') and result.stderr.count(b'\n') == 1, result.stderr
        assert not os.path.exists(scratch('never.png'))
    for arguments in ((), (DOCUMENT,), (SCRATCH.name, scratch('never.png')), ('--size=5', DOCUMENT, 'never.png'),
                      ('--size=9999', DOCUMENT, 'never.png'), (scratch('gone.khatt'), scratch('never.png')),
                      (DOCUMENT, scratch('no/folder.png'))):
        result = thumbnail(*arguments)
        same(result.returncode, 1, arguments)
        assert result.stderr, arguments


@case('thumbnailer/a large document takes no more memory than a small one')
def _():
    kinds = ('call', 'visit', 'meeting', 'statement')
    path = scratch('many.khatt')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{"format":"khatt-timeline","version":1,"direction":"rtl",\n"events":[\n')
        for i in range(150_000):
            if i:
                file.write(',\n')
            file.write(EVENT % (i, kinds[i % 4], 1900 + i // 1200, 1 + i % 12, i % 40, i % 7, 'م' * 300))
        file.write('\n]}\n')
    assert os.path.getsize(path) > MOST_MEMORY_KIB * 1024 * 0.9
    result = thumbnail(path, scratch('many.png'))
    same((result.returncode, result.stderr), (0, b''))
    same(size(scratch('many.png')), (128, 96))
    # The largest of all that this test started.
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert most < MOST_MEMORY_KIB, most


run()
