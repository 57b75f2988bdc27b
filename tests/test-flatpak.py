#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest: no way out of the sandbox, and sources that can be trusted."""

import json
import os
import re

from tap import case, empty, project_files, read, run, same

MANIFEST = json.loads(read('flatpak/io.github.khatt.Khatt.json'))
# A window needs these, and nothing more: no network, no files but through portals, no bus names.
ALLOWED = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}


def modules():
    return {module['name']: module for module in MANIFEST['modules']}


@case('flatpak/asks for a window and nothing else')
def _():
    same(set(MANIFEST['finish-args']), ALLOWED)


@case('flatpak/is named after the application')
def _():
    same(MANIFEST['id'], 'io.github.khatt.Khatt')
    same(MANIFEST['command'], 'khatt')
    same((MANIFEST['runtime'], MANIFEST['sdk']), ('org.gnome.Platform', 'org.gnome.Sdk'))
    same(MANIFEST['runtime-version'], '48')


@case('flatpak/downloads are https and have a checksum')
def _():
    archives = [source for module in MANIFEST['modules'] for source in module['sources']
                if source['type'] == 'archive']
    assert archives
    for source in archives:
        assert source['url'].startswith('https://'), source
        assert re.fullmatch('[0-9a-f]{64}', source['sha256']), source


@case('flatpak/builds what the runtime lacks')
def _():
    dependencies = set(re.findall(r"dependency\('([\w.-]+)'", read('meson.build')))
    lacking = {'yajl', 'libical'}
    assert lacking <= dependencies, dependencies
    assert lacking <= set(modules())
    # What the GNOME runtime carries.
    runtime = {'glib-2.0', 'gobject-2.0', 'gio-2.0', 'gio-unix-2.0', 'icu-uc', 'icu-i18n', 'libxml-2.0', 'cairo',
               'cairo-pdf', 'cairo-svg', 'cairo-png', 'harfbuzz', 'pango', 'pangocairo', 'pangoft2', 'fontconfig',
               'gtk4', 'libadwaita-1'}
    empty(sorted(dependencies - lacking - runtime))


@case('flatpak/builds this project last')
def _():
    last = MANIFEST['modules'][-1]
    same((last['name'], last['buildsystem']), ('khatt', 'meson'))
    same(last['sources'][0]['type'], 'dir')


@case('flatpak/what is exported carries the id')
def _():
    suffixes = ('.desktop.in', '.metainfo.xml.in', '.service.in', '.svg', '.ini', '.thumbnailer.in')
    exported = [path for path in project_files(*suffixes, under='data')
                if not path.startswith(os.path.join('data', 'lexicon'))]
    empty(path for path in exported if not os.path.basename(path).startswith(MANIFEST['id']))


run()
