#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody whom the texts of the tests and the samples name is named in the lexicon or in the code.

A reader that knows the people of the texts it is tried on is worth nothing on other texts.
"""

import json
import os
import re
import unicodedata

from tap import case, empty, project_files, read, run

# Last words of names that are words of the language too, and what they are.
ORDINARY = {'مايو': 'a month', 'سلطان': 'a title', 'الثاني': 'an ordinal', 'رييسي': 'two presidents'}

# Shorter ones are half the words of the language.
SHORTEST_LAST_NAME = 5

LETTERS = str.maketrans('أإآٱىةؤئ', 'اااايهوي', 'ـ')


def words(text):
    """The words of a text, whatever their spelling."""
    plain = ''.join(letter for letter in text if not unicodedata.combining(letter))
    return re.findall(r'\w+', plain.translate(LETTERS))


TITLES = {words(line)[0] for line in read('data/lexicon/ar/titles.tsv').split('\n') if line and line[0] != '#'}


def people():
    """The names of persons, which have an office, in what is expected of the texts and in the samples."""
    found = set()
    for path in project_files('.expected', under=os.path.join('tests', 'data', 'text')):
        found |= set(re.findall(r'^  [\w-]+ ([^\n(]+) \(\w*; [^)\n]+\)$', read(path), re.MULTILINE))
    told = re.compile(r'(?<=[" ])(\w+(?: \w+){1,4}) \([A-Z]{2}; \w[^)"\n]*\)')
    found |= set(told.findall(read('tests/test-names.c')))
    for path in project_files('.khatt', under=os.path.join('data', 'samples')):
        found |= {actor['name'] for event in json.loads(read(path))['events']
                  for actor in event['actors'] if 'office' in actor}
    return sorted(name for name in found if words(name)[0] not in TITLES)


def index():
    """Each word of the lexicon and the code, bare of letters written onto it: its place, and what follows."""
    found = {}
    for path in project_files('.tsv', under=os.path.join('data', 'lexicon')) + project_files(under='src'):
        for number, line in enumerate(read(path).split('\n'), 1):
            line = words(line) if any(letter > '\u0600' for letter in line) else []
            for at, word in enumerate(line):
                for bare in {word, re.sub('^(?:[وفبلك]?ال|[وفبلك])', '', word), re.sub('^[وفبلك]', '', word)}:
                    found.setdefault(bare, []).append((f'{path}:{number}', line[at + 1:]))
    return found


PEOPLE = people()
CODE = index()


def places_of(phrase):
    """Where words stand one after the other."""
    return [place for place, rest in CODE.get(phrase[0], []) if rest[:len(phrase) - 1] == phrase[1:]]


@case('people/are found in the texts')
def _():
    assert len(PEOPLE) > 50, PEOPLE


@case('people/are not named in full')
def _():
    empty(f'{place}: {name}' for name in PEOPLE if len(words(name)) > 1 for place in places_of(words(name)))


@case('people/are not named by their last names')
def _():
    empty(f'{place}: {name}' for name in PEOPLE for last in words(name)[-1:]
          if len(last) >= SHORTEST_LAST_NAME and last not in ORDINARY for place in places_of([last]))


@case('people/exceptions are needed')
def _():
    empty(word for word in ORDINARY
          if not places_of([word]) or all(words(name)[-1] != word for name in PEOPLE))


run()
