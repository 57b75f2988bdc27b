# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program from outside: keys and pointer through xdotool, what it shows through AT-SPI.

    with Window('calls.khatt') as window:
        window.keys('period')
        window.wait_for(lambda: window.shows('Telephone call'))
"""

import os
import re
import subprocess
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

LONGEST_WAIT = 15  # seconds; reached only by a test that fails
MOST_TABS = 60
TYPING_DELAYS = (5, 60, 200)  # milliseconds between the letters, each tried when the one before went wrong
TYPING_WAIT = 2  # seconds until what was typed stands there
PROGRAM = os.environ['KHATT']

# What the display's bus, GTK itself, and GLib in a chroot without /proc may say is not the program's.
NOISE = re.compile(r'^\s*$|SpiRegistry|dbind-WARNING|dconf|/proc/mounts')


def children(node):
    """Those of a node, if there is one; one that goes while they are asked for is none."""
    found = [node.get_child_at_index(i) for i in range(node.get_child_count())] if node else []
    return [child for child in found if child]


class Window:
    """The program with files opened, as a context."""

    def __init__(self, *arguments):
        self.arguments = arguments
        self.process = None
        self.errors = None
        self.told_focus = None
        self.listener = Atspi.EventListener.new(self.focus_cb)
        self.state = None  # where is kept how documents were looked at: nothing of the window before

    def __enter__(self):
        self.errors = tempfile.TemporaryFile('w+')
        self.state = tempfile.TemporaryDirectory()
        environment = {name: value for name, value in os.environ.items() if name != 'GTK_A11Y'}
        environment['XDG_STATE_HOME'] = self.state.name
        self.process = subprocess.Popen([PROGRAM, *self.arguments], env=environment, stderr=self.errors)
        self.listener.register('object:state-changed:focused')
        self.wait_for(self.find_application, 'the program to be there')
        self.wait_for(self.windows, 'its window')
        self.wait_for(lambda: self.window_ids(), 'its window on the screen')
        self.focus()
        return self

    def __exit__(self, kind, value, trace):
        self.listener.deregister('object:state-changed:focused')
        self.process.terminate()
        self.process.wait()
        self.errors.seek(0)
        noise = [line for line in self.errors.read().splitlines() if not NOISE.search(line)]
        self.errors.close()
        self.state.cleanup()
        if kind is None:
            assert not noise, 'on standard error:\n' + '\n'.join(noise)

    # What it shows.

    def find_application(self):
        """Its root in the accessible tree, or None."""
        GLib.MainContext.default().iteration(False)
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            try:
                if child and child.get_process_id() == self.process.pid:
                    return child
            except GLib.Error:
                pass
        return None

    def windows(self):
        """The windows, the last opened one last."""
        application = self.find_application()
        return [application.get_child_at_index(i) for i in range(application.get_child_count())] if application else []

    def nodes(self):
        """Everything visible, in the order of the tree. GTK 4.8 does not tell what is covered or folded away."""
        found = []
        for window in reversed(self.windows()):
            found += self.nodes_below(window)
        return found

    @staticmethod
    def nodes_below(root):
        """Those of one window, from the outside in."""
        found = []
        waiting = [root]
        while waiting:
            node = waiting.pop(0)
            try:
                if not node or not node.get_state_set().contains(Atspi.StateType.VISIBLE):
                    continue
                found.append(node)
                # A tree that changes while it is read may lose a branch: it is read again by who waits.
                waiting += [node.get_child_at_index(i) for i in range(node.get_child_count())]
            except GLib.Error:
                pass
        return found

    def find(self, name, role=None):
        """The first node with a name (or, a pattern, one that matches), or None."""
        for node in self.nodes():
            try:
                text = node.get_name() or ''
                fits = name.search(text) if hasattr(name, 'search') else text == name
                if fits and (role is None or node.get_role_name() in role):
                    return node
            except GLib.Error:
                pass
        return None

    def focused(self):
        """What has the keyboard in the window in front, or None."""
        while GLib.MainContext.default().iteration(False):
            pass
        for node in [self.told_focus] if self.told_focus else self.nodes_below((self.windows() or [None])[-1]):
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return node
            except GLib.Error:
                pass
        self.told_focus = None
        return None

    def wait_for_focus(self, fits, what):
        """Waits until something that fits has the keyboard, and returns it."""
        def find():
            node = self.focused()
            return node if node and fits(node) else None
        return self.wait_for(find, what)

    def focus_cb(self, event):
        """Remembers what is told to have the keyboard, which spares looking for it in all the tree."""
        if event.detail1 == 1:
            self.told_focus = event.source

    def timeline(self):
        """The list that the picture in front is to assistive technology, or None."""
        for window in reversed(self.windows()):
            for node in self.nodes_below(window):
                if node.get_role_name() == 'list' and node.get_child_count() > 0 and 'Action' in node.get_interfaces():
                    return node
        return None

    def events(self):
        """Those in view, each an object; the lanes stand as a list of their own after them."""
        return [child for child in children(self.timeline()) if child.get_role_name() == 'list item']

    def lanes(self):
        """Those in view, each an object."""
        found = [child for child in children(self.timeline()) if child.get_role_name() == 'list']
        return children(found[0]) if found else []

    def shows(self, text):
        """Whether a name or a text on the screen contains `text`."""
        return self.find(re.compile(re.escape(text))) is not None

    def texts(self):
        """What the text widgets hold."""
        found = []
        for node in self.nodes():
            try:
                if node.get_role_name() in ('text', 'text box', 'entry'):
                    found.append(self.text_of(node))
            except GLib.Error:
                pass
        return found

    def is_pressed(self, name):
        """Whether a toggle is down."""
        node = self.find(name, ('push button', 'toggle button'))
        states = node.get_state_set() if node else None
        return bool(states) and any(states.contains(state)
                                    for state in (Atspi.StateType.PRESSED, Atspi.StateType.CHECKED))

    def comes(self, condition, seconds=LONGEST_WAIT):
        """What the condition returns as soon as it is true, or None."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self.process.poll() is None, f'the program ended with {self.process.returncode}'
            GLib.MainContext.default().iteration(False)
            try:
                found = condition()
            except GLib.Error:
                found = None  # a node that went while it was asked
            if found:
                return found
            time.sleep(0.02)
        return None

    def wait_for(self, condition, what='something'):
        """Waits until the condition is true and returns it."""
        found = self.comes(condition)
        if found:
            return found
        raise AssertionError(f'waited in vain for {what}; showing: '
                             + ', '.join(repr(node.get_name()) for node in self.nodes() if node.get_name())[:1500])

    def wait_until_shown(self, text):
        self.wait_for(lambda: self.shows(text), repr(text))

    # What a person does.

    def xdotool(self, *words):
        return subprocess.run(['xdotool', *map(str, words)], check=False, capture_output=True, text=True).stdout

    def window_ids(self):
        return self.xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()

    def focus(self, number=-1):
        """Gives the keyboard to a window; without a window manager somebody has to."""
        self.xdotool('windowfocus', '--sync', sorted(self.window_ids(), key=int)[number])

    def keys(self, *names):
        for name in names:
            self.xdotool('key', '--clearmodifiers', name)

    def tab_to(self, name, key='Tab'):
        """Goes on with a key until what has a name (or, a pattern, one that matches) has the keyboard."""
        for _ in range(MOST_TABS):
            before = self.wait_for(self.focused, 'the keyboard to be somewhere')
            if name.search(before.get_name()) if hasattr(name, 'search') else before.get_name() == name:
                return before
            self.keys(key)
            self.wait_for(lambda: self.focused() not in (None, before), f'{key} to go on from {before.get_name()!r}')
        raise AssertionError(f'{key} does not come to {name!r}')

    def click(self, x, y):
        self.xdotool('mousemove', x, y, 'click', 1)

    def press(self, name):
        """Presses a button by its name, in the window that was opened last if it is there."""
        node = self.wait_for(lambda: self.find(name, ('push button', 'button', 'toggle button')), f'a button {name}')
        assert Atspi.Action.do_action(node, 0)

    def write(self, text):
        """Types in place of what stands in the entry that has the keyboard."""
        entry = self.wait_for(self.focused, 'an entry')
        # Letters that no key has are keys for a moment: a busy program may look at them too late.
        for delay in TYPING_DELAYS:
            self.keys('ctrl+a')
            self.xdotool('type', '--delay', delay, text)
            if self.comes(lambda: self.text_of(entry) == text, TYPING_WAIT):
                return
        raise AssertionError(f'typed {text!r}, and there stands {self.text_of(entry)!r}')

    def choose_file(self, path):
        """Answers the file dialog that opens."""
        self.wait_for(self.has_file_dialog, 'the file dialog')
        self.focus()
        self.wait_for_focus(lambda node: node.get_role_name() == 'text', 'the entry of the file dialog')
        self.write(path)
        self.keys('Return')
        self.wait_for(lambda: not self.has_file_dialog(), 'the file dialog to go')

    def has_file_dialog(self):
        """Whether the window in front is one."""
        front = (self.windows() or [None])[-1]
        return any(node.get_name() == 'GtkFileChooserWidget' for node in self.nodes_below(front))

    @staticmethod
    def text_of(node):
        """What is written in an entry, or in the row that an entry is in."""
        while node and 'Text' not in node.get_interfaces():
            node = node.get_parent()
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)) if node else None
