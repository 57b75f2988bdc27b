#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as the desktop starts it: by its name on the bus, and to search."""

import configparser
import os
import shutil
import sys
import time
from xml.sax.saxutils import quoteattr

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402  pylint: disable=wrong-import-position

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from tap import SOURCE, case, empty, run, same  # noqa: E402  pylint: disable=wrong-import-position

ID = 'io.github.khatt.Khatt'
PATH = '/io/github/khatt/Khatt'
PROVIDER = 'org.gnome.Shell.SearchProvider2'
LONGEST_WAIT = 15  # seconds; reached only by a test that fails
PAUSE = 0.05
DATA = os.environ['XDG_DATA_HOME']
CONFIG = os.environ['XDG_CONFIG_HOME']
DOCUMENTS = os.path.join(os.environ['HOME'], 'documents')
BUS = Gio.bus_get_sync(Gio.BusType.SESSION)


def uri(name):
    return 'file://' + os.path.join(DOCUMENTS, name)


def prepare():
    """A service file, settings in a file, and documents that were opened lately."""
    services = os.path.join(DATA, 'dbus-1', 'services')
    for folder in (services, DOCUMENTS, os.path.join(CONFIG, 'glib-2.0', 'settings')):
        os.makedirs(folder, exist_ok=True)
    with open(os.path.join(services, ID + '.service'), 'w', encoding='utf-8') as file:
        file.write(f'[D-BUS Service]\nName={ID}\n'
                   f'Exec=/usr/bin/env GSETTINGS_BACKEND=keyfile {os.environ["KHATT"]} --gapplication-service\n')
    samples = os.path.join(SOURCE, 'data', 'samples')
    shutil.copy(os.path.join(samples, 'calls.khatt'), DOCUMENTS)
    shutil.copy(os.path.join(samples, 'calls.txt'), os.path.join(DOCUMENTS, 'paper.txt'))
    with open(os.path.join(DOCUMENTS, 'broken calls.khatt'), 'w', encoding='utf-8') as file:
        file.write('{"format":"khatt-timeline","version":1,"events":5}')
    entry = ('<bookmark href=%s added="2026-01-0%dT10:00:00Z" modified="2026-01-0%dT10:00:00Z" '
             'visited="2026-01-0%dT10:00:00Z"><info><metadata owner="http://freedesktop.org">'
             '<mime:mime-type type="text/plain"/><bookmark:groups><bookmark:group>%s</bookmark:group></bookmark:groups>'
             '<bookmark:applications><bookmark:application name="Khatt" exec="&apos;khatt %%u&apos;" '
             'modified="2026-01-0%dT10:00:00Z" count="1"/></bookmark:applications></metadata></info></bookmark>')
    names = (('calls.khatt', ID), ('paper.txt', ID), ('broken%20calls.khatt', ID), ('gone calls.khatt', ID),
             ('other calls.txt', 'elsewhere'))
    shutil.copy(os.path.join(samples, 'talks.txt'), os.path.join(DOCUMENTS, 'other calls.txt'))
    with open(os.path.join(DATA, 'recently-used.xbel'), 'w', encoding='utf-8') as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?><xbel version="1.0" '
                   'xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks" '
                   'xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">')
        for number, (name, group) in enumerate(names, 1):
            day = 9 - number
            file.write(entry % (quoteattr(uri(name)), day, day, day, group, day))
        file.write('</xbel>')
    bus_call('ReloadConfig')


def bus_call(method, *arguments, kind=None):
    parameters = GLib.Variant(kind, arguments) if kind else None
    return BUS.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', method,
                         parameters, None, 0, -1, None).unpack()


def call(method, kind, *arguments, interface=PROVIDER, path=PATH + '/SearchProvider'):
    """Starts the program where it is not there."""
    answer = BUS.call_sync(ID, path, interface, method, GLib.Variant(kind, arguments), None, 0,
                           LONGEST_WAIT * 1000, None).unpack()
    return answer[0] if answer else None


def find(*terms):
    return call('GetInitialResultSet', '(as)', terms)


def metas(*results):
    return call('GetResultMetas', '(as)', results)


def wait_for(condition, what):
    end = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(PAUSE)
    raise AssertionError(f'waited in vain for {what}')


def windows():
    """The numbers of the windows that there are."""
    node = BUS.call_sync(ID, PATH + '/window', 'org.freedesktop.DBus.Introspectable', 'Introspect', None, None, 0,
                         -1, None).unpack()[0]
    return [line.split('"')[1] for line in node.splitlines() if '<node name="' in line]


def actions(window):
    """What can be done in a window."""
    described = BUS.call_sync(ID, f'{PATH}/window/{window}', 'org.gtk.Actions', 'DescribeAll', None, None, 0, -1,
                              None).unpack()[0]
    return {name for name, (enabled, _, _) in described.items() if enabled}


def stop():
    """Ends the program, as the menu does."""
    if not bus_call('NameHasOwner', ID, kind='(s)')[0]:
        return
    pid = bus_call('GetConnectionUnixProcessID', ID, kind='(s)')[0]
    os.kill(pid, 15)
    wait_for(lambda: not bus_call('NameHasOwner', ID, kind='(s)')[0], 'the program to go')


def set_wanted(is_wanted):
    with open(os.path.join(CONFIG, 'glib-2.0', 'settings', 'keyfile'), 'w', encoding='utf-8') as file:
        file.write(f'[io/github/khatt/Khatt]\ndesktop-search={str(is_wanted).lower()}\n')


@case('activation/the bus starts the program, and a window opens')
def _():
    stop()
    call('Activate', '(a{sv})', {}, interface='org.freedesktop.Application', path=PATH)
    window = wait_for(windows, 'a window')[0]
    assert 'open' in actions(window)
    assert 'save-as' not in actions(window)


@case('activation/actions of the desktop file do what they say')
def _():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(os.path.join(os.environ['KHATT_DATA_BUILD_DIR'], ID + '.desktop'))
    names = [name for name in parser['Desktop Entry'].get('Actions', '').split(';') if name]
    same(names, ['new-window', 'open-article'])
    for name in names:
        stop()
        call('ActivateAction', '(sava{sv})', name, [], {}, interface='org.freedesktop.Application', path=PATH)
        wait_for(windows, 'a window')
        assert parser[f'Desktop Action {name}']['Name[ar]']


@case('activation/files are opened')
def _():
    stop()
    call('Open', '(asa{sv})', [uri('calls.khatt')], {}, interface='org.freedesktop.Application', path=PATH)
    window = wait_for(windows, 'a window')[0]
    wait_for(lambda: 'save-as' in actions(window), 'the document')


@case('search/is told of as the desktop wants it')
def _():
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read(os.path.join(SOURCE, 'data', ID + '.search-provider.ini'))
    same(dict(parser['Shell Search Provider']),
         {'DesktopId': ID + '.desktop', 'BusName': ID, 'ObjectPath': PATH + '/SearchProvider', 'Version': '2'})


@case('search/finds documents by name and title, and no window opens')
def _():
    stop()
    same(find('calls')[:2], [uri('calls.khatt'), uri('broken%20calls.khatt')])
    same(find('paper'), [uri('paper.txt')])
    same(find('أغسطس', 'اتصالات')[0], uri('calls.khatt'))
    same(find('gone'), [])
    same(find('talks'), [])
    same(find(), [])
    same(find(' '), [])
    same(windows(), [])


@case('search/finds events however they are spelt')
def _():
    for terms in (('أوربان',), ('اوربان',), ('أُوربان',), ('فيكتور', 'اوربان')):
        found = find(*terms)
        assert found, terms
        empty(result for result in found if not result.startswith(uri('calls.khatt') + ' '))
        same(call('GetSubsearchResultSet', '(asas)', found, terms), found)
    same(find('نغسطنمو'), [])


@case('search/says what it found')
def _():
    document = metas(uri('calls.khatt'))[0]
    same((document['id'], document['name']), (uri('calls.khatt'), 'calls'))
    assert document['description'] and document['icon']
    results = find('أوربان')
    described = metas(*results)
    same([meta['id'] for meta in described], results)
    for meta in described:
        assert meta['name'] and '2025' in meta['description'] and 'calls' in meta['description'], meta
    same(metas(uri('gone calls.khatt'), uri('calls.khatt') + ' nothing', 'x', ''), [])


@case('search/a result is known again after the program has gone')
def _():
    results = find('أوربان')
    stop()
    same([meta['id'] for meta in metas(*results)], results)


@case('search/notices that a file has changed')
def _():
    path = os.path.join(DOCUMENTS, 'calls.khatt')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    same(find('زنجبيل'), [])
    with open(path + '.new', 'w', encoding='utf-8') as file:
        file.write(text.replace('أوربان', 'زنجبيل'))
    os.replace(path + '.new', path)
    assert find('زنجبيل')
    with open(path + '.new', 'w', encoding='utf-8') as file:
        file.write(text)
    os.replace(path + '.new', path)
    same(find('زنجبيل'), [])


@case('search/a large document is found by its name only')
def _():
    path = os.path.join(DOCUMENTS, 'broken calls.khatt')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{"format":"khatt-timeline","version":1,\n"events":[\n'
                   '{"id":"e1","kind":"call","title":"قرنفل","notes":"' + 'x' * (8 * 1024 * 1024) + '"}\n]}\n')
    same(find('قرنفل'), [])
    same(find('broken'), [uri('broken%20calls.khatt')])
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{"format":"khatt-timeline","version":1,\n"events":[\n'
                   '{"id":"e1","kind":"call","title":"قرنفل"}\n]}\n')
    same(find('قرنفل'), [uri('broken%20calls.khatt') + ' e1'])


@case('search/an event opens its document and is selected')
def _():
    stop()
    result = find('أوربان')[0]
    same(windows(), [])
    call('ActivateResult', '(sasu)', result, ['أوربان'], 0)
    window = wait_for(windows, 'a window')[0]
    wait_for(lambda: 'edit-selected' in actions(window), 'the event to be selected')
    # A second time, the window that shows it is used.
    call('ActivateResult', '(sasu)', find('أوربان')[-1], ['أوربان'], 0)
    same(windows(), [window])


@case('search/a document opens')
def _():
    stop()
    call('ActivateResult', '(sasu)', uri('calls.khatt'), ['calls'], 0)
    window = wait_for(windows, 'a window')[0]
    wait_for(lambda: 'save-as' in actions(window), 'the document')
    assert 'edit-selected' not in actions(window)


@case('search/goes on in the program')
def _():
    stop()
    call('LaunchSearch', '(asu)', ['أوربان'], 0)
    window = wait_for(windows, 'a window')[0]
    wait_for(lambda: 'find-next' in actions(window), 'something to be found')
    stop()
    call('LaunchSearch', '(asu)', ['نغسطنمو'], 0)
    assert 'save-as' not in actions(wait_for(windows, 'a window')[0])


@case('search/nothing is told where nobody wants that')
def _():
    results = find('أوربان')
    set_wanted(False)
    wait_for(lambda: find('أوربان') == [], 'the preference to be noticed')
    same((find('calls'), metas(*results)), ([], []))
    set_wanted(True)
    wait_for(lambda: find('أوربان') == results, 'the preference to be noticed')


prepare()
try:
    run()
finally:
    stop()
