#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walls of the house: who may include what, and what every file has to have."""

import os
import re

from tap import case, empty, project_files, read, run, same, SOURCE

# Which folders of src a folder may use, itself included.
MAY_USE = {
    'model': {'model'},
    'text': {'model', 'text'},
    'files': {'model', 'text', 'files'},
    'draw': {'model', 'draw'},
    'ui': {'model', 'text', 'files', 'draw', 'ui'},
    'cli': {'model', 'text', 'files', 'draw', 'cli'},
    'main': {'model', 'text', 'files', 'draw', 'ui', 'main'},
}

# How many .c files of a folder may know ICU: calendar and collation, country names, encodings.
MAY_KNOW_ICU = {'model': 2, 'text': 1, 'files': 1}

LONGEST_FILE = 800

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)

SCRIPTS = ['run', 'check', os.path.join('.ci', 'run'), os.path.join('tests', 'ui', 'headless')]
C_FILES = project_files('.c', '.h', under='src')


def folder_of(path):
    """The folder of src a file belongs to; the programs' own files are `cli` and `main`."""
    parts = path.split(os.sep)
    if len(parts) > 2:
        return parts[1]
    return 'cli' if parts[1].startswith('cli') else 'main'


def includes(path):
    return [(kind, name) for kind, name in INCLUDE.findall(read(path))]


@case('walls/there are sources to look at')
def _():
    assert len(C_FILES) > 40, C_FILES


@case('walls/no include climbs out of its folder')
def _():
    empty(f'{path}: {name}' for path in C_FILES + project_files('.c', '.h', under='tests')
          for _, name in includes(path) if '../' in name)


@case('walls/folders use only those below them')
def _():
    owner = {os.path.basename(path): folder_of(path) for path in C_FILES if path.endswith('.h')}
    empty(f'{path}: {name} of {owner[name]}' for path in C_FILES
          for kind, name in includes(path)
          if kind == '"' and name in owner and owner[name] not in MAY_USE[folder_of(path)])


@case('walls/headers have one owner')
def _():
    names = [os.path.basename(path) for path in C_FILES if path.endswith('.h')]
    same(len(names), len(set(names)))


@case('walls/icu in four files and no header')
def _():
    users = [path for path in C_FILES if any(name.startswith('unicode/') for _, name in includes(path))]
    empty(path for path in users if path.endswith('.h'))
    for folder in MAY_USE:
        count = sum(1 for path in users if folder_of(path) == folder)
        assert count <= MAY_KNOW_ICU.get(folder, 0), (folder, users)


@case('walls/gtk only in ui and main')
def _():
    toolkit = re.compile(r'^(gtk/|gdk/|gsk/|adwaita\.h)')
    empty(f'{path}: {name}' for path in C_FILES if folder_of(path) not in ('ui', 'main')
          for _, name in includes(path) if toolkit.match(name))


@case('walls/json and xml and calendars of others only in files')
def _():
    parsers = re.compile(r'^(yajl/|libxml/|libical/)')
    empty(f'{path}: {name}' for path in C_FILES if folder_of(path) != 'files'
          for _, name in includes(path) if parsers.match(name))


@case('walls/cairo and pango only above the model')
def _():
    empty(f'{path}: {name}' for path in C_FILES if folder_of(path) in ('model', 'text', 'files')
          for _, name in includes(path) if name.startswith(('pango', 'cairo')))


@case('walls/headless tests include no gtk')
def _():
    empty(f'{path}: {name}' for path in project_files('.c', '.h', under='tests')
          if not path.startswith((os.path.join('tests', 'ui'), os.path.join('tests', 'perf')))
          for _, name in includes(path) if name.startswith(('gtk/', 'gdk/', 'adwaita')))


@case('names/interfaces say start and end')
def _():
    sided = re.compile(r'\b\w*(?:left|right)\w*\b', re.IGNORECASE)
    empty(f'{path}: {word}' for path in C_FILES if path.endswith('.h')
          for word in sided.findall(COMMENT.sub('', read(path))))


@case('files/every source has its licence')
def _():
    missing = []
    for path in project_files('.c', '.h', '.py', '.sh', '.ui', '.css', '.xml', '.svg', '.in', '.build', '.txt',
                              '.1') + SCRIPTS:
        if path.startswith((os.path.join('tests', 'data'), os.path.join('data', 'samples'))):
            continue
        if os.path.basename(path) in ('meson_options.txt',) or path.endswith('.service.in'):
            continue
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in read(path)[:600]:
            missing.append(path)
    empty(missing)


@case('files/none is longer than its limit')
def _():
    empty(f'{path}: {lines} lines' for path in C_FILES + project_files('.c', '.h', under='tests')
          for lines in [read(path).count('\n')] if lines > LONGEST_FILE)


@case('files/every source is built')
def _():
    lists = '\n'.join(read(path) for path in project_files('meson.build', under='src'))
    empty(path for path in C_FILES if path.endswith('.c') and f"'{os.path.basename(path)}'" not in lists)


@case('files/no goto and no unfinished business')
def _():
    forbidden = re.compile(r'\bgoto\b|\b(?:TODO|FIXME)\b')
    empty(f'{path}: {word}' for path in C_FILES for word in forbidden.findall(read(path)))


@case('files/every public function is explained')
def _():
    definition = re.compile(r'\n([^\n]*)\n([a-z_]\w+) \([^;{]*?\)\n\{')
    found = 0
    missing = []
    for path in C_FILES:
        text = read(path)
        for match in definition.finditer(text):
            if match.group(1).startswith('static') or match.group(2) == 'main':
                continue
            found += 1
            before = text[:match.start(1)].rstrip()
            comment = before[before.rfind('/*'):]
            if not before.endswith('*/') or f'* {match.group(2)}:' not in comment:
                missing.append(f'{path}: {match.group(2)}')
    assert found > 100, found
    empty(missing)


@case('pages/links lead somewhere')
def _():
    empty(f'{path}: {target}' for path in project_files('.md')
          for target in re.findall(r'\]\(([^)#:]+)\)', read(path))
          if not os.path.exists(os.path.join(SOURCE, os.path.dirname(path), target)))


@case('files/scripts can be run')
def _():
    empty(path for path in SCRIPTS
          if not os.access(os.path.join(SOURCE, path), os.X_OK))


@case('files/text is utf-8 with line feeds')
def _():
    bad = []
    for path in project_files('.c', '.h', '.py', '.sh', '.ui', '.css', '.tsv', '.md', '.build', '.po'):
        if path.startswith(os.path.join('tests', 'data')):
            continue
        with open(os.path.join(SOURCE, path), 'rb') as file:
            content = file.read()
        content.decode('utf-8')
        if b'\r' in content or not content.endswith(b'\n'):
            bad.append(path)
    empty(bad)


@case('files/names no place outside the project')
def _():
    # Paths of the system, of the project's own resources, of GTK's icons among them, and of nothing else.
    allowed = re.compile(r'^/(usr|lib|share|bin|dev|etc|tmp|proc|io|app|run|var|sys|nonexistent|org/gtk/libgtk)\b')
    absolute = re.compile(r'''(?<=[\s"'(=])/[a-z]+/[a-z][\w./-]*''')
    findings = []
    for path in ['run', 'check'] + project_files('.c', '.h', '.py', '.sh', '.build', '.md', '.json', '.in', '.xml'):
        if path.startswith(os.path.join('tests', 'data')) or (path.startswith('tests') and path.endswith(('.c', '.h'))):
            # Bytes that are meant to be wrong; and the names of test cases look like paths.
            continue
        findings += [f'{path}: {name}' for name in absolute.findall(read(path)) if not allowed.match(name)]
    empty(findings)


@case('files/pages that are named exist')
def _():
    page = re.compile(r'\b([A-Z][A-Z0-9_]+\.md)\b')
    pages = {os.path.basename(path) for path in project_files('.md')}
    findings = []
    for path in ['run', 'check'] + project_files('.c', '.h', '.py', '.sh', '.build', '.md'):
        findings += [f'{path}: {name}' for name in page.findall(read(path))
                     if name not in pages]
    empty(findings)


run()
