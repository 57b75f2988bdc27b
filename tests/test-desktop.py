#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told of Khatt is valid and agrees with itself."""

import configparser
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

from tap import case, empty, project_files, read, run, same, Skip, SOURCE

APPLICATION_ID = 'io.github.khatt.Khatt'
MEDIA_TYPE = 'application/vnd.khatt+json'
TYPE_ICON = APPLICATION_ID + '-timeline'
ICONS = (('scalable/apps/' + APPLICATION_ID, 128), ('symbolic/apps/' + APPLICATION_ID + '-symbolic', 16),
         ('scalable/mimetypes/' + TYPE_ICON, 128), ('symbolic/mimetypes/' + TYPE_ICON + '-symbolic', 16))
BUILT = os.environ['KHATT_DATA_BUILD_DIR']
SHARED_MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'


def passes(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    same(result.returncode, 0, result.stdout + result.stderr)


def built(suffix):
    return os.path.join(BUILT, APPLICATION_ID + suffix)


def desktop_entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(built('.desktop'), encoding='utf-8')
    return parser['Desktop Entry']


@case('desktop/file is valid')
def _():
    passes('desktop-file-validate', built('.desktop'))


@case('desktop/file speaks arabic')
def _():
    entry = desktop_entry()
    for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
        assert entry.get(f'{key}[ar]'), key


@case('desktop/file opens documents')
def _():
    assert MEDIA_TYPE in desktop_entry()['MimeType'].split(';')


@case('desktop/icon is drawn by us')
def _():
    name = desktop_entry()['Icon']
    assert os.path.exists(os.path.join(SOURCE, 'data/icons/hicolor/scalable/apps', name + '.svg'))
    assert os.path.exists(os.path.join(SOURCE, 'data/icons/hicolor/symbolic/apps', name + '-symbolic.svg'))


@case('desktop/service starts the program')
def _():
    parser = configparser.ConfigParser()
    parser.read(built('.service'))
    same(parser['D-BUS Service']['Name'], APPLICATION_ID)
    assert parser['D-BUS Service']['Exec'].endswith('/khatt --gapplication-service')


@case('metainfo/is valid')
def _():
    passes('appstreamcli', 'validate', '--no-net', built('.metainfo.xml'))


@case('metainfo/shows the screenshots that are made')
def _():
    component = ElementTree.parse(built('.metainfo.xml')).getroot()
    shown = [os.path.basename(image.text) for image in component.findall('screenshots/screenshot/image')]
    made = re.findall(r'^shoot (\S+) ', read('data/screenshots/make'), re.M)
    same(sorted(shown), sorted(name + '.png' for name in made))
    for name in shown:
        assert os.path.exists(os.path.join(SOURCE, 'data/screenshots', name)), name


@case('metainfo/agrees with the project')
def _():
    component = ElementTree.parse(built('.metainfo.xml')).getroot()
    same(component.findtext('id'), APPLICATION_ID)
    same(component.findtext('launchable'), APPLICATION_ID + '.desktop')
    version = re.search(r"version: '([\d.]+)'", read('meson.build')).group(1)
    same(component.find('releases/release').get('version'), version)


@case('metainfo/speaks arabic')
def _():
    component = ElementTree.parse(built('.metainfo.xml')).getroot()
    lang = '{http://www.w3.org/XML/1998/namespace}lang'
    for path in ('name', 'summary', 'description/p', 'screenshots/screenshot/caption'):
        assert any(element.get(lang) == 'ar' for element in component.findall(path)), path


@case('mime/type has name and pattern')
def _():
    mime = ElementTree.parse(os.path.join(SOURCE, 'data', APPLICATION_ID + '.xml')).getroot()
    kind = mime.find(SHARED_MIME + 'mime-type')
    same(kind.get('type'), MEDIA_TYPE)
    same([glob.get('pattern') for glob in kind.findall(SHARED_MIME + 'glob')], ['*.khatt'])
    assert kind.find(SHARED_MIME + 'magic') is not None


@case('mime/type has an icon of ours, which a sandbox may give away')
def _():
    mime = ElementTree.parse(os.path.join(SOURCE, 'data', APPLICATION_ID + '.xml')).getroot()
    name = mime.find(SHARED_MIME + 'mime-type').find(SHARED_MIME + 'icon').get('name')
    same(name, TYPE_ICON)
    assert name.startswith(APPLICATION_ID)
    # Whoever knows the type by no name of its own.
    assert mime.find(SHARED_MIME + 'mime-type').find(SHARED_MIME + 'generic-icon') is not None


@case('settings/schema compiles')
def _():
    passes('glib-compile-schemas', '--strict', '--dry-run', os.path.join(SOURCE, 'data'))


@case('settings/every key is used and every used key exists')
def _():
    schema = ElementTree.parse(os.path.join(SOURCE, 'data', APPLICATION_ID + '.gschema.xml')).getroot()
    keys = {key.get('name') for key in schema.iter('key')}
    sources = '\n'.join(read(path) for path in project_files('.c', under='src/ui'))
    empty(sorted(key for key in keys if f'"{key}"' not in sources))
    used = set(re.findall(r'g_settings_(?:get|set|bind)\w* \([^,"]+, "([a-z-]+)"', sources))
    empty(sorted(used - keys))


@case('icons/are svg of their grid')
def _():
    found = project_files('.svg', under='data/icons/hicolor')
    same(sorted(os.path.relpath(path, 'data/icons/hicolor') for path in found),
         sorted(f'{path}.svg' for path, _ in ICONS))
    for path, grid in ICONS:
        picture = ElementTree.parse(os.path.join(SOURCE, 'data/icons/hicolor', path + '.svg')).getroot()
        same(picture.get('viewBox'), f'0 0 {grid} {grid}')


@case('xml/every file is well formed')
def _():
    files = project_files('.xml', '.ui', '.svg', '.xml.in', under='data') + project_files('.xml', '.ui', under='src')
    assert len(files) > 5
    for path in files:
        ElementTree.parse(os.path.join(SOURCE, path))


@case('json/every file is well formed')
def _():
    for path in project_files('.json', under='data') + project_files('.json', under='flatpak'):
        json.loads(read(path))


@case('manual/pages have every option')
def _():
    page = read('data/khatt-cli.1').replace('\\-', '-')
    sources = '\n'.join(read(path) for path in project_files('.c', '.h', under='src') if '/cli' in path)
    options = re.findall(r'\{ "([a-z]+)", (?:0|\'\w\'), 0, G_OPTION_ARG', sources)
    assert len(options) >= 8, options
    empty(sorted({option for option in options if f'--{option}' not in page}))


@case('manual/pages have every command')
def _():
    page = read('data/khatt-cli.1')
    commands = re.findall(r'\{ "(\w+)", "[^"]*", N_ \(', read('src/cli.c'))
    same(len(commands), 5)
    empty(command for command in commands if f'.B {command}\n' not in page)


@case('manual/pages are well formed')
def _():
    if not shutil.which('groff'):
        raise Skip('no groff here')
    for page in ('khatt.1', 'khatt-cli.1', 'khatt-thumbnailer.1'):
        result = subprocess.run(['groff', '-man', '-ww', '-Tutf8', '-z', os.path.join(SOURCE, 'data', page)],
                                capture_output=True, text=True, check=False)
        same((result.returncode, result.stderr), (0, ''))


run()
