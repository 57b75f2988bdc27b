#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The web page that is handed out, as it is written: what stands in it, and that nothing else is asked for."""

import base64
import functools
import hashlib
import html.parser
import json
import os
import re
import subprocess
import tempfile

from handout_documents import BACKGROUND, dense, document, english, event, hostile, HOSTILE
from tap import case, empty, run, same, SOURCE

CLI = os.environ['KHATT_CLI']
SAMPLES = os.path.join(SOURCE, 'data', 'samples')
SCRATCH = tempfile.TemporaryDirectory(prefix='khatt-handout-')
VOID = {'meta', 'input', 'br', 'img', 'link'}


class Element(dict):
    """The attributes of an element, its `tag`, and the elements that it stands inside."""

    def __init__(self, page, tag, attributes):
        super().__init__({name: value or '' for name, value in attributes}, tag=tag)
        self.inside = tuple(page.open)
        self.texts = page.texts
        self.first = self.after = len(page.texts)

    @property
    def text(self):
        return ''.join(self.texts[self.first:self.after])


class Page(html.parser.HTMLParser):
    """A page taken apart."""

    def __init__(self, text):
        super().__init__()
        self.source = text
        self.elements = []
        self.texts = []
        self.open = []
        self.feed(text)
        self.close()
        same([element['tag'] for element in self.open], [], 'elements that are not closed')

    def handle_starttag(self, tag, attributes):
        element = Element(self, tag, attributes)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.elements.append(Element(self, tag, attributes))

    def handle_endtag(self, tag):
        element = self.open.pop()
        same(element['tag'], tag)
        element.after = len(self.texts)

    def handle_data(self, data):
        self.texts.append(data)

    def all(self, tag, **attributes):
        return [element for element in self.elements if element['tag'] == tag
                and all(element.get(name.rstrip('_')) == value for name, value in attributes.items())]

    def one(self, tag, **attributes):
        found = self.all(tag, **attributes)
        same(len(found), 1, f'{tag} {attributes}')
        return found[0]

    def inside(self, outer, tag, **attributes):
        return [element for element in self.all(tag, **attributes)
                if any(ancestor is outer for ancestor in element.inside)]

    def events(self):
        return self.all('li', class_='event')


def cli(*arguments, given=''):
    return subprocess.run([CLI, *arguments], input=given.encode(), capture_output=True, check=False, timeout=200)


@functools.lru_cache(maxsize=None)
def page_of(text, *options):
    process = cli('render', '--from=khatt', '--to=html', *options, '-o', '-', '-', given=text)
    same(process.returncode, 0, process.stderr.decode())
    return Page(process.stdout.decode())


def sample(name):
    with open(os.path.join(SAMPLES, name), encoding='utf-8') as file:
        return file.read()


def documents():
    return sample('calls.khatt'), english(), hostile(), dense(700)


@case('handout/the file is named by its ending')
def _():
    path = os.path.join(SCRATCH.name, 'calls.HTML')
    same(cli('render', '-o', path, os.path.join(SAMPLES, 'calls.txt')).returncode, 0)
    with open(path, encoding='utf-8') as file:
        assert file.read().startswith('<!DOCTYPE html>')


@case('handout/the same events in the same order')
def _():
    for text in documents():
        page = page_of(text)
        found = [element['data-id'] for element in page.events()]
        expected = [re.sub('[\u202e\u0007]', '', item['id']) for item in json.loads(text)['events']]
        same(sorted(found), sorted(expected))
        same([element['id'] for element in page.events()],
             [f'e{number}' for number in range(1, len(found) + 1)])
    plain = [event(9), event(2), event(5), event(1)]
    same([element['data-id'] for element in page_of(document(plain)).events()],
         ['event-1', 'event-2', 'event-5', 'event-9'])


@case('handout/a filter and a span leave the same events in the picture and in the list')
def _():
    for options, expected in ((['--kind=call'], {'event-3'}), (['--actor=عمر حداد'], {'event-5'}),
                              (['--span=2025-08-03/2025-08-03'], {'event-3', 'event-5', 'event-6'})):
        page = page_of(english(), *options)
        same({element['data-id'] for element in page.events()}, expected, options)
        counts = [int(element.text) for element in page.inside(page.one('section', class_='legend'), 'span')
                  if element.get('class') == 'number']
        kinds = {element['data-kind'] for element in page.events()}
        same(sum(counts[:len(kinds)]), len(expected), 'the legend explains and counts those alone')


@case('handout/language and direction are those of the document')
def _():
    for text, language, direction in ((sample('calls.khatt'), 'ar', 'rtl'), (english(), 'en', 'ltr')):
        root = page_of(text).one('html')
        same((root['lang'], root['dir']), (language, direction))
    page = page_of(english())
    same(page.one('blockquote')['dir'], 'rtl')
    same([element['dir'] for element in page.all('h3') if element.text == 'بيان مشترك'], ['rtl'])


@case('handout/nothing is asked of anybody')
def _():
    for text in documents():
        page = page_of(text)
        empty((element['tag'], name, value) for element in page.elements for name, value in element.items()
              if name in ('src', 'srcset', 'data', 'poster', 'action', 'style', 'background')
              or name.startswith('on') and name != 'one')
        empty(element['tag'] for element in page.elements
              if element['tag'] in ('link', 'iframe', 'img', 'object', 'embed', 'base', 'video', 'audio', 'image'))
        empty(element['href'] for element in page.elements
              if not element.get('href', '#').startswith('#') and element.get('rel') != 'noreferrer noopener external')
        empty(re.findall(r'@import|url\((?!#)', page.one('style').text))


@case('handout/a link leads to the web or nowhere')
def _():
    page = page_of(english())
    same([element['href'] for element in page.all('a', rel='noreferrer noopener external')],
         ['https://news.example/calls?a=1&b=2'])


@case('handout/the policy allows the one style and the one script')
def _():
    for text in documents():
        page = page_of(text)
        policy = page.one('meta', **{'http-equiv': 'Content-Security-Policy'})['content']
        assert "default-src 'none'" in policy and 'unsafe' not in policy, policy
        for tag in ('style', 'script'):
            digest = base64.b64encode(hashlib.sha256(page.one(tag).text.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in policy, policy


@case('handout/ids are unique and every link inside the page has its end')
def _():
    for text in documents():
        page = page_of(text)
        ids = [element['id'] for element in page.elements if 'id' in element]
        same(len(ids), len(set(ids)))
        empty(element['href'] for element in page.elements
              if element.get('href', '').startswith('#') and element['href'][1:] not in ids)
        empty(reference for element in page.elements for name in ('clip-path', 'mask', 'fill', 'stroke')
              for reference in re.findall(r'url\(#([^)]*)\)', element.get(name, '')) if reference not in ids)
        empty(name for name in re.findall(r'url\(#([^)]*)\)', page.one('style').text) if name not in ids)
        empty(element[name] for element in page.elements for name in ('aria-labelledby', 'aria-describedby')
              if element.get(name, ids[0]) not in ids)


@case('handout/looks are classes with rules, some of them other ones in the dark')
def _():
    page = page_of(sample('calls.khatt'))
    style = page.one('style').text
    light, dark = style.rsplit('@media screen and (prefers-color-scheme:dark){', 1)
    used = {element['class'] for element in page.elements if re.fullmatch(r'k\d+', element.get('class', ''))}
    same(used, set(re.findall(r'^\.(k\d+)\{', light, re.M)))
    darkened = set(re.findall(r'^\.(k\d+)\{', dark, re.M))
    assert len(darkened) > 10 and darkened < used, (len(darkened), len(used))


@case('handout/every mark is a link to its event, and back')
def _():
    page = page_of(sample('calls.khatt'))
    links = page.one('svg', class_='links')
    marks = page.inside(links, 'a')
    same(len(marks), len(json.loads(sample('calls.khatt'))['events']))
    for mark in marks:
        number = mark['href'][2:]
        same(mark['id'], f'm{number}')
        assert mark['aria-label'], mark
        assert page.inside(mark, 'rect'), mark
        same(len(page.all('a', href=f'#m{number}')), 1)


@case('handout/events that stand together are one link')
def _():
    page = page_of(dense(700))
    groups = [element for element in page.inside(page.one('svg', class_='links'), 'a') if element['data-events'] != '1']
    assert groups, 'a dense picture has groups'
    empty(element for element in groups if 'id' in element or 'events here' not in element['aria-label'])


@case('handout/an event tells all that is known')
def _():
    page = page_of(english())
    texts = {item['data-id']: ' '.join(item.text.split()) for item in page.events()}
    for words in ('Telephone call', 'Anna Berg', 'Foreign Minister', 'Caller', 'Trade', 'week 32', 'هذه بداية طيبة',
                  'عمر حداد', 'Berg called Haddad.', 'Ministry', 'The Gazette', 'Two calls', 'Amman'):
        assert words in texts['event-3'], (words, texts['event-3'])
    for words in ('Meeting', 'Planned', 'Stockholm', 'the second one.'):
        assert words in texts['event-4'], (words, texts['event-4'])
    assert 'one of these days' in texts['event-7']
    assert BACKGROUND in [item for item in page.events() if item['data-id'] == 'event-4'][0].text


@case('handout/an event has the plate of its kind, in the colour that it was given')
def _():
    page = page_of(english())
    plates = [page.inside(item, 'use')[0]['href'] for item in page.events()]
    assert '#statement-happened-a4761a' in plates, plates
    assert '#call-happened' in plates, plates


@case('handout/what HTML takes for a date is one')
def _():
    page = page_of(english())
    dates = {element['datetime'] for element in page.all('time')}
    same(dates, {'2025-08-03', '2025-08-09'})
    same({element['data-edtf'] for element in page.all('span', class_='date') if 'data-edtf' in element},
         {'2025-08-04/2025-08-06', '2025-08~', '[..2025-08-09]'})


@case('handout/both calendars')
def _():
    seconds = [element.text for element in page_of(sample('calls.khatt')).all('span', class_='second')]
    same(len(seconds), len(json.loads(sample('calls.khatt'))['events']))
    assert all('هـ' in text for text in seconds), seconds
    same(page_of(sample('calls.khatt'), '--calendar=none').all('span', class_='second'), [])


@case('handout/scenes lead to their events; what the speaker notes stays at home')
def _():
    page = page_of(english())
    scenes = page.inside(page.one('ol', class_='scenes'), 'li')
    same([element['id'] for element in scenes if 'id' in element], ['s1', 's2'])
    numbers = {item['data-id']: item['id'] for item in page.events()}
    first = [element for element in scenes if element.get('id') == 's1'][0]
    same([element['href'] for element in page.inside(first, 'a')], ['#' + numbers['event-4']])
    assert 'For the speaker alone' not in page.source


@case('handout/whatever a document says stays text')
def _():
    page = page_of(hostile())
    shown = re.sub('[\u202e\u0007]', '', HOSTILE)
    empty(element['tag'] for element in page.elements if element['tag'] == 'img')
    same(len(page.all('script')), 1)
    same(page.inside(page.one('head'), 'title')[0].text, shown)
    same(page.one('h1').text, shown)
    assert shown in page.events()[0].text
    assert not re.search('[\u202a-\u202e\0-\x08\x0b-\x1f\x7f-\x9f]', page.source)


@case('handout/a page has room for ten thousand events, not for one more')
def _():
    def write(n_events, *options):
        process = cli('render', '--from=khatt', '--to=html', *options, '-o', '-', '-', given=dense(n_events))
        return process.returncode, process.stdout.count(b'<li class="event"'), process.stderr
    same(write(10000), (0, 10000, b''))
    status, n_events, complaint = write(10001)
    same((status, n_events), (2, 0))
    assert b'filter' in complaint, complaint
    same(write(10001, '--kind=call'), (0, 2501, b''))


@case('handout/refuses what a page has not')
def _():
    for option in ('--style=dark', '--size=800x600', '--scale=2', '--paper=A4'):
        process = cli('render', option, '--to=html', '-o', '-', os.path.join(SAMPLES, 'calls.txt'))
        same((process.returncode, process.stdout), (2, b''), option)


@case('handout/the same document is the same page')
def _():
    arguments = ('render', '--to=html', '-o', '-', os.path.join(SAMPLES, 'calls.khatt'))
    same(cli(*arguments).stdout == cli(*arguments).stdout, True)


run()
