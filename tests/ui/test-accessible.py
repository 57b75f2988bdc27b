#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told, and what the keyboard reaches.

tests/data/ui/tree.<language> is what the sample timeline tells; with --update it is written anew.
"""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from drive import Window  # noqa: E402
from gi.repository import Atspi, Gio, GLib  # noqa: E402
from tap import SOURCE, case, empty, read, run, same  # noqa: E402

TIMELINE = os.path.join(SOURCE, 'data', 'samples', 'calls.khatt')
N_EVENTS = 14
N_READ = 10  # of them by rules
N_LANES = 12
LANGUAGES = {'en': '14 events from 1 article', 'ar': '١٤ حدثا من مقال واحد'}
IS_UPDATE = '--update' in sys.argv
BUS_NAME = 'io.github.khatt.Khatt'
# Roles that mean nothing without a name.
NAMED_ROLES = ('push button', 'toggle button', 'entry', 'text', 'list', 'list item', 'menu item', 'check box')
# The names of classes are what GTK tells of a widget that was given none.
CLASS_NAME = re.compile(r'^(Gtk|Adw|Khatt)[A-Z]\w*$')


def opened(language):
    os.environ['LANGUAGE'] = language
    return Window(TIMELINE)


def settle(window, language):
    window.wait_until_shown(LANGUAGES[language])
    window.wait_for(lambda: len(window.events()) == N_EVENTS, 'the events')


def focused(window):
    """The sentence of the event that has the focus, or None."""
    for node in window.events():
        try:
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node.get_name()
        except GLib.Error:
            pass
    return None


def walk(window, key, first):
    """Every event that a key comes to."""
    names = [first]
    while True:
        before = names[-1]
        window.keys(key)
        try:
            now = window.wait_for(lambda: focused(window) not in (None, before) and focused(window), key)
        except AssertionError:
            return names
        names.append(now)
        if len(names) == N_EVENTS:
            return names


def sentences():
    """Those of every event, in order, as the tree without a person has them."""
    with opened('en') as window:
        settle(window, 'en')
        return [node.get_name() for node in window.events()]


for language in LANGUAGES:
    @case(f'accessible/every event is a sentence, in order: {language}')
    def _(language=language):
        with opened(language) as window:
            settle(window, language)
            root = window.timeline()
            lines = [f'{root.get_role_name()}: {root.get_name()}']
            lines += [f'{node.get_role_name()}: {node.get_name()} | {node.get_description()}'
                      for node in window.events()]
        path = os.path.join('tests', 'data', 'ui', f'tree.{language}')
        if IS_UPDATE:
            with open(os.path.join(SOURCE, path), 'w', encoding='utf-8') as file:
                file.write('\n'.join(lines) + '\n')
        same('\n'.join(lines) + '\n', read(path))


@case('accessible/the keyboard reaches every event, also where only some are in view')
def _():
    expected = sentences()
    with opened('en') as window:
        settle(window, 'en')
        window.keys('Home')
        first = window.wait_for(lambda: focused(window), 'the first event')
        same(sorted(walk(window, 'period', first)), sorted(expected))
        window.keys('Home')
        window.wait_for(lambda: focused(window) == first, 'the first event')
        window.keys(*['ctrl+plus'] * 9)
        window.wait_for(lambda: len(window.events()) < N_EVENTS, 'fewer events in view')
        same(sorted(walk(window, 'period', first)), sorted(expected))


@case('accessible/the keyboard reaches every lane and all that is done with it')
def _():
    with opened('en') as window:
        settle(window, 'en')
        window.keys('Home')
        window.wait_for(lambda: focused(window), 'the first event')
        names = [lane.get_name() for lane in window.lanes()]
        assert len(names) == N_LANES, names
        assert all(re.search(r': \d+ events?, \d+ in view$', name) for name in names), names
        window.keys('Tab')
        for name in names:
            window.wait_for_focus(lambda node: node.get_name() == name, name)
            window.keys('Down')
        window.keys('Home')
        window.wait_for_focus(lambda node: node.get_name() == names[0], 'the first lane')
        window.keys('alt+Down')
        swapped = [names[1], names[0]]
        window.wait_for(lambda: [lane.get_name() for lane in window.lanes()][:2] == swapped, 'another order')
        window.keys('space')
        window.wait_for_focus(lambda node: node.get_name() == names[0] + '; collapsed', 'the lane, collapsed')
        window.keys('Return')
        window.wait_for_focus(lambda node: node.get_role_name() == 'menu item', 'the menu of the lane')
        window.keys('Escape')
        window.wait_for_focus(lambda node: node.get_name() == names[0] + '; collapsed', 'the lane after the menu')
        window.keys('Delete')
        window.wait_for(lambda: len(window.lanes()) == N_LANES - 1, 'one lane less')
        window.keys('Escape')
        window.wait_for(lambda: focused(window), 'an event')


def nameless(window):
    """What can be pressed or filled in, and nobody could tell what it is."""
    return [f'{node.get_role_name()} {node.get_name()!r} {node.get_description()!r}' for node in window.nodes()
            if node.get_role_name() in NAMED_ROLES
            and all(node.get_state_set().contains(state) for state in (Atspi.StateType.FOCUSABLE,
                                                                       Atspi.StateType.SENSITIVE))
            and (not node.get_name() or '_' in node.get_name() or CLASS_NAME.search(node.get_name()))]


@case('accessible/what can be pressed has a name')
def _():
    with opened('en') as window:
        settle(window, 'en')
        window.keys('Home', 'Return')
        empty(nameless(window))
        window.keys('ctrl+2')
        window.wait_for(lambda: window.find(re.compile('2025 Meeting'), 'table row'), 'the rows of the list')
        empty(nameless(window))


def states(window):
    """What the cards of the review say of themselves."""
    names = [node.get_name() for node in window.nodes() if node.get_role_name() in ('panel', 'grouping')]
    return [name for name in names if re.search(r'\. (Proposed|Accepted|Needs a look: .+)$', name or '')]


@case('accessible/what was read is accepted and dismissed by keys')
def _():
    with opened('en') as window:
        settle(window, 'en')
        window.keys('ctrl+4')
        window.wait_until_shown(f'{N_READ} read, 0 accepted')
        window.wait_for(lambda: len(states(window)) == N_READ, 'the cards')
        empty(nameless(window))
        window.keys('a')
        window.wait_until_shown(f'{N_READ} read, 1 accepted')
        window.wait_for(lambda: sum(name.endswith('. Accepted') for name in states(window)) == 1, 'what was accepted')
        window.keys('Return')
        window.wait_until_shown(f'{N_READ} read, 2 accepted')
        window.keys('Delete')
        window.wait_for(lambda: len(states(window)) == N_READ - 1, 'one card less')
        window.keys('j', 'k', 'BackSpace')
        window.wait_for(lambda: len(states(window)) == N_READ - 2, 'one card less')
        window.keys('ctrl+z', 'ctrl+z', 'ctrl+z', 'ctrl+z')
        window.wait_until_shown(f'{N_READ} read, 0 accepted')
        window.wait_for(lambda: len(states(window)) == N_READ, 'the cards')


@case('accessible/a drop-down list tells its choices')
def _():
    with opened('en') as window:
        settle(window, 'en')
        window.keys('ctrl+e')
        window.wait_for(lambda: window.find('Resolution'), 'the dialog')
        window.focus()
        window.keys('space')
        window.wait_for(lambda: window.find('Web Page (HTML)', 'list item'), 'a choice')


@case('accessible/an entry that has the focus tells its name and its content')
def _():
    with opened('en') as window:
        settle(window, 'en')
        window.keys('Home', 'e')
        window.wait_for(lambda: len(window.windows()) > 1, 'the editor')
        window.focus()
        entry = window.wait_for(window.focused, 'an entry')
        same(entry.get_name(), 'Title')
        assert entry.get_description(), 'the title'
        window.write('Talks')
        window.wait_for(lambda: entry.get_description() == 'Talks', 'what was typed')
        window.tab_to('Date')
        window.write('about August 2025')
        window.wait_for_focus(lambda node: '1447 AH' in node.get_description(), 'what was understood')


def actions_of(path):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    reply = bus.call_sync(BUS_NAME, path, 'org.gtk.Actions', 'List', None, GLib.VariantType('(as)'),
                          Gio.DBusCallFlags.NONE, -1, None)
    return reply.unpack()[0]


def interface():
    """All that menus, buttons and shortcuts are made of."""
    folder = os.path.join(SOURCE, 'src', 'ui')
    texts = []
    for name in sorted(os.listdir(folder)):
        if name.endswith('.ui') or name.endswith('.c'):
            texts.append(read(os.path.join('src', 'ui', name)))
    # The menu of the program's icon, as a line of the same form.
    desktop = read(os.path.join('data', BUS_NAME + '.desktop.in'))
    texts += [f'"app.{name}"' for name in re.search(r'^Actions=(.*);$', desktop, re.M).group(1).split(';')]
    return '\n'.join(texts)


@case('accessible/every action has a key, a menu or a button')
def _():
    with opened('en') as window:
        settle(window, 'en')
        own = '/' + BUS_NAME.replace('.', '/')
        found = {f'app.{name}' for name in actions_of(own)} | {f'win.{name}' for name in actions_of(own + '/window/1')}
    assert len(found) > 20, found
    text = interface()
    empty(name for name in sorted(found)
          if not re.search(r'["> ]' + re.escape(name) + r'(["<(]|::)', text))


run()
