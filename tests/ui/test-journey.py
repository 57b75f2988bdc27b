#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst's day and a teacher's hour in one sitting, in each language, by keys and the accessible tree alone.

An article is opened and saved, a date is corrected, the view narrowed, a name searched, three scenes are recorded and
presented, a web page and a document handed out, and everything undone, back to the bytes it began with.
"""

import gettext
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from drive import Window  # noqa: E402
from gi.repository import Atspi  # noqa: E402
from tap import SOURCE, case, run, same  # noqa: E402

ARTICLE = os.path.join(SOURCE, 'data', 'samples', 'calls.txt')
FOLDER = tempfile.TemporaryDirectory(prefix='khatt-journey-')
EASTERN_DIGITS = str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩')
ISOLATES = re.compile('[\u2066-\u2069\u202a-\u202e\u200e\u200f]')

CORRECTED = 'ستيفن ويتكوف'  # takes part in the event whose date is corrected
CORRECTED_TITLE = 'الأزمة الأوكرانية'
ACTORS = ('فيكتور أوربان', 'شي جين بينغ')  # that are filtered to
NOT_CHOSEN = 'ترامب'
# One name as people type it: bare, with vowels, stretched, with other hamzas, with a prefix.
SPELLINGS = ('بوتين', 'بُوتِين', 'بـوتـيـن', 'بؤتين', 'بوتئن', 'وبوتين')
N_SCENES = 3

# What is typed, and what the window says of it then.
DATES = {'en': ('7 August 2025', 'Thursday 7 August 2025'), 'ar': ('٧ أغسطس ٢٠٢٥', 'الخميس ٧ أغسطس ٢٠٢٥')}


class Language:
    """What the window says in a language."""

    def __init__(self, code):
        self.code = code
        self.words = gettext.translation('khatt', os.environ['KHATT_LOCALE_DIR'], [code], fallback=code == 'en')

    def __call__(self, text, context=None):
        """A text of the interface, without what marks its mnemonic."""
        found = self.words.pgettext(context, text) if context else self.words.gettext(text)
        return found.replace('_', '')

    def number(self, number):
        return str(number).translate(EASTERN_DIGITS) if self.code == 'ar' else str(number)

    def events(self, number):
        """"10 events"."""
        text = self.words.ngettext('%s event', '%s events', number)
        return text % self.number(number) if '%s' in text else text


class Page(html.parser.HTMLParser):
    """The events of a web page."""

    def __init__(self, text):
        super().__init__()
        self.events = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == 'li' and attributes.get('class') == 'event':
            self.events.append(attributes['data-id'])


def plain(text):
    """Without the marks that keep directions apart."""
    return ISOLATES.sub('', text)


def read_bytes(path):
    with open(path, 'rb') as file:
        return file.read()


class Journey:
    """One sitting at one window."""

    def __init__(self, window, say):
        self.window = window
        self.say = say
        self.n_steps = 0
        self.n_filtered = None

    def path(self, name):
        return os.path.join(FOLDER.name, f'{self.say.code}-{name}')

    # What is there.

    def events(self):
        """The sentences of the events in view."""
        return [plain(event.get_name()) for event in self.window.events()]

    def selected(self):
        """The sentence of the event that has the keyboard, or None."""
        node = self.window.focused()
        return plain(node.get_name()) if node and node.get_role_name() == 'list item' else None

    def document(self, path):
        return json.loads(read_bytes(path))

    # What is done.

    def walk_to(self, name):
        """Goes from event to event, all of which are in view, until one speaks of `name`."""
        key = 'Home'
        for sentence in self.events():
            self.window.keys(key)
            self.window.wait_for(lambda sentence=sentence: self.selected() == sentence, sentence)
            if name in sentence:
                return
            key = 'period'
        raise AssertionError(f'no event with {name}')

    def is_enabled(self, name):
        node = self.window.find(self.say(name), 'push button')
        return node.get_state_set().contains(Atspi.StateType.SENSITIVE)

    def save(self, path):
        """Saves, and returns what was written."""
        before = os.stat(path).st_ino
        self.window.keys('ctrl+s')
        self.window.wait_for(lambda: os.stat(path).st_ino != before, 'the file to be written')
        return read_bytes(path)

    def save_as(self, path):
        self.window.keys('ctrl+shift+s')
        self.window.choose_file(path)
        self.window.wait_for(lambda: os.path.exists(path), 'the file')
        self.window.focus()
        return read_bytes(path)

    def told(self, n_read, n_accepted):
        """The subtitle of the review."""
        text = self.say('%s read, %s accepted')
        return text.replace('%s', self.say.number(n_read), 1).replace('%s', self.say.number(n_accepted), 1)

    def review(self, n_read):
        """Accepts two events, and dismisses one, which comes back."""
        self.window.keys('ctrl+4')
        self.window.wait_until_shown(self.told(n_read, 0))
        self.window.keys('a')
        self.window.wait_until_shown(self.told(n_read, 1))
        self.window.keys('Delete')
        self.window.wait_for(lambda: self.window.find(self.say('Event dismissed')), 'what was done')
        self.window.keys('ctrl+z')
        self.window.wait_for(lambda: self.is_enabled('Redo'), 'the event back')
        self.window.keys('Return')
        self.window.wait_until_shown(self.told(n_read, 2))
        self.n_steps += 2
        self.window.keys('ctrl+1')
        self.window.wait_for(lambda: len(self.events()) == n_read, 'the timeline')
        self.back_at_timeline()

    def correct_date(self):
        typed, understood = DATES[self.say.code]
        self.walk_to(CORRECTED)
        assert understood not in self.selected(), self.selected()
        self.window.keys('e')
        self.window.wait_for(lambda: self.window.find(self.say('Edit Event')), 'the editor')
        self.window.focus()
        self.window.tab_to(self.say('Date'))
        self.window.write(typed)
        self.window.wait_for_focus(lambda node: understood in node.get_description(), 'the date to be understood')
        self.window.keys('Return')
        self.window.wait_for(lambda: len(self.window.windows()) == 1, 'the editor to go')
        self.window.focus()
        self.window.wait_for(lambda: understood in (self.selected() or ''), 'the keyboard back at the event')
        self.n_steps += 1
        self.window.keys('F10')
        self.window.wait_for(lambda: self.window.find(re.compile('^' + self.say('Undo: %s').split('%s')[0] + '.'),
                                                      'menu item'), 'the step in the menu')
        self.window.keys('Escape')
        self.back_at_timeline()

    def back_at_timeline(self):
        self.window.wait_for_focus(lambda node: node.get_role_name() in ('list', 'list item'),
                                   'the keyboard back at the timeline')

    def filter_to(self, names, expected):
        """Leaves the events of some actors."""
        finder = self.say('Find an Actor')
        self.n_filtered = expected
        self.window.keys('F9')
        for name, key in zip(names, ('Tab', 'shift+Tab')):
            self.window.tab_to(finder, key)
            self.window.write(name)
            self.window.wait_for(lambda: not self.window.find(re.compile(NOT_CHOSEN), 'check box'), 'the others to go')
            self.window.tab_to(re.compile(name))
            self.window.keys('space')
            self.window.wait_for_focus(lambda node: node.get_state_set().contains(Atspi.StateType.CHECKED),
                                       f'{name} to be chosen')
        self.window.wait_for(lambda: len(self.events()) == expected, f'{expected} events')
        for event in self.events():
            assert any(name in event for name in names), event
        self.window.keys('F9')
        self.back_at_timeline()

    def search(self, text):
        """Types what is looked for, and returns how much is found."""
        self.window.keys('ctrl+f')
        self.window.wait_for_focus(lambda node: node.get_role_name() == 'entry', 'the search')
        self.window.write(text)
        # What the field is described with is what one hears of it.
        field = self.window.wait_for_focus(lambda node: node.get_description(), 'something to be found')
        found = field.get_description()
        self.window.keys('Escape')
        self.back_at_timeline()
        return found

    def choose(self, *names):
        """Goes through the main menu."""
        self.window.keys('F10')
        self.window.wait_for_focus(lambda node: node.get_role_name() == 'menu item', 'the menu')
        for name in names:
            self.window.tab_to(self.say(name), 'Down')
            self.window.keys('Return')
        self.back_at_timeline()

    def record_scenes(self):
        """Some actors and one event, everything in lanes of countries, everything nearer."""
        self.window.keys('Home')
        self.window.wait_for(self.selected, 'the first event')
        self.window.keys('ctrl+shift+r')
        self.window.wait_until_shown(self.say('Recorded as a scene: %s').split('%s')[0])
        self.choose('_Lanes', 'Clear Fi_lters')
        self.choose('_Lanes', '_Countries')
        self.window.keys('ctrl+shift+r', 'ctrl+plus', 'ctrl+plus', 'ctrl+shift+r')
        self.n_steps += N_SCENES

    def is_at_scene(self, number, scenes):
        """Whether the presentation in front shows a scene, and says so."""
        counter = self.say('%s of %s') % (self.say.number(number), self.say.number(len(scenes)))
        return self.window.find(counter) and self.window.find(scenes[number - 1]['title'], 'heading')

    def present(self, scenes):
        self.window.keys('F5')
        self.window.wait_for(lambda: len(self.window.windows()) > 1, 'the presentation')
        self.window.focus()
        for key, number in ((None, 1), ('space', 2), ('Next', 3), ('Prior', 2), ('End', 3), ('Home', 1)):
            if key:
                self.window.keys(key)
            self.window.wait_for(lambda number=number: self.is_at_scene(number, scenes), f'scene {number}')
        self.window.wait_for(lambda: len(self.events()) == self.n_filtered, 'the events of the scene')
        self.window.keys('Escape')
        self.window.wait_for(lambda: len(self.window.windows()) == 1, 'the presentation to end')
        self.window.focus()
        self.back_at_timeline()

    def export(self, path, choices):
        """Chooses in the drop-down lists of the dialog, and exports."""
        self.window.keys('ctrl+e')
        self.window.wait_for(lambda: self.window.find(self.say('_Format'), 'combo box'), 'the dialog')
        self.window.focus()
        for row, choice in choices:
            self.window.tab_to(self.say(row))
            self.window.keys('space')
            self.window.wait_for_focus(lambda node: node.get_role_name() == 'list item', 'the choices')
            self.window.tab_to(self.say(choice), 'Down')
            self.window.keys('Return')
            self.window.wait_for_focus(lambda node: node.get_role_name() == 'combo box', 'what was chosen')
        self.window.tab_to(self.say('E_xport…'))
        self.window.keys('Return')
        self.window.choose_file(path)
        self.window.wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'the file')
        self.window.focus()
        self.back_at_timeline()

    def go_through_steps(self, key, button):
        """Undoes or does again all that was done; as many steps as were made."""
        assert self.is_enabled(button), button
        self.window.keys(*[key] * self.n_steps)
        self.window.wait_for(lambda: not self.is_enabled(button), f'{button} of {self.n_steps} steps')


def involves(event, names):
    return any(actor['name'] in names for actor in event['actors'])


def sheets_of(path):
    """The text of each page of a document."""
    output = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True).stdout.decode()
    return [plain(sheet) for sheet in output.split('\f')[:-1]]


def travel(journey):
    window = journey.window
    say = journey.say
    path = journey.path('journey.khatt')
    began = journey.save_as(path)
    events = journey.document(path)['events']
    window.wait_for(lambda: len(journey.events()) == len(events), 'all events')

    journey.review(len(events))
    journey.correct_date()
    journey.filter_to(ACTORS, sum(involves(event, ACTORS) for event in events))
    found = {spelling: journey.search(spelling) for spelling in SPELLINGS}
    same(len(set(found.values())), 1, found)
    journey.record_scenes()
    edited = journey.save(path)
    same(sum(event.get('review') == 'accepted' for event in journey.document(path)['events']), 2)
    scenes = journey.document(path)['scenes']
    same(len(scenes), N_SCENES)
    journey.present(scenes)

    page = journey.path('page.html')
    journey.export(page, [('_Format', 'Web Page (HTML)')])
    same(sorted(Page(read_bytes(page).decode()).events), sorted(event['id'] for event in events))
    paper = journey.path('paper.pdf')
    journey.export(paper, [('_Format', 'Document (PDF)'), ('_Content', 'Scenes, One on Each Page')])
    sheets = sheets_of(paper)
    same(len(sheets), N_SCENES)
    for actor in ACTORS:
        assert actor in sheets[0], actor
    assert CORRECTED_TITLE not in sheets[0] and CORRECTED_TITLE in sheets[1], 'the filter of the first scene alone'

    journey.go_through_steps('ctrl+z', 'Undo')
    same(journey.save(path), began, 'what was undone')
    journey.go_through_steps('ctrl+shift+z', 'Redo')
    same(journey.save(path), edited, 'what was done again')


for language in DATES:
    @case(f'journey/from an article to three scenes, and back: {language}')
    def _(language=language):
        os.environ['LANGUAGE'] = language
        say = Language(language)
        with Window(ARTICLE) as window:
            window.wait_until_shown(say.events(10))
            travel(Journey(window, say))


run()
