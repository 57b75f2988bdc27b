#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help pages: whole, in each language, and about what the program has."""

import os
import re
import subprocess
import xml.etree.ElementTree as ET

from tap import case, empty, read, run, same, SOURCE

HELP = os.path.join(SOURCE, 'data', 'help')
MALLARD = '{http://projectmallard.org/1.0/}'
LANGUAGES = sorted(os.listdir(HELP))
KEYS = {'Ctrl': '<Control>', 'Shift': '<Shift>', 'Alt': '<Alt>'}
NAMES = {'+': 'plus', '?': 'question', '.': 'period', ',': 'comma', 'Space': 'space',
         'Page Down': 'Page_Down'}
# What widgets do by themselves, or is pressed with the pointer.
OWN = {'Return', 'Escape', 'Ctrl', 'Shift', '<Control>c'}


def pages(language):
    folder = os.path.join(HELP, language)
    return {name[:-len('.page')]: ET.parse(os.path.join(folder, name)).getroot()
            for name in sorted(os.listdir(folder)) if name.endswith('.page')}


def shape(element):
    """The element without its words."""
    return (element.tag, [shape(child) for child in element if not is_word(child)])


def is_word(element):
    return element.tag.replace(MALLARD, '') in ('gui', 'key', 'keyseq', 'link', 'em')


def catalogue(language):
    """What the interface says in a language, without mnemonics."""
    text = read('po/ar.po')
    strings = re.findall(r'^msgid(?:_plural)? ((?:".*"\n)+)msgstr(?:\[\d\])? ((?:".*"\n)+)', text,
                         flags=re.MULTILINE)
    joined = [[''.join(re.findall(r'"(.*)"', part)) for part in pair] for pair in strings]
    return {pair[language != 'C'].replace('_', '').rstrip('…') for pair in joined}


def accelerators():
    overlay = ET.parse(os.path.join(SOURCE, 'src/ui/khatt-help-overlay.ui'))
    found = [element.text for element in overlay.iter('property')
             if element.get('name') == 'accelerator']
    return {key for keys in found for key in keys.split()}


def accelerator(sequence):
    keys = [key.text for key in sequence.iter(MALLARD + 'key')]
    return ''.join(KEYS[key] for key in keys[:-1]) + NAMES.get(keys[-1], keys[-1])


@case('help/every page is in each language, in the same parts')
def _():
    english = pages('C')
    same(LANGUAGES, ['C', 'ar'])
    for language in LANGUAGES:
        translated = pages(language)
        same(sorted(translated), sorted(english), language)
        for name, page in translated.items():
            same(shape(page), shape(english[name]), f'{language}/{name}')
            same(page.get('id'), name)


@case('help/no words are left in English')
def _():
    def words(page):
        return {element.text.strip() for element in page.iter()
                if element.text and re.search('[A-Za-z]{3}', element.text)
                and element.tag != MALLARD + 'key' and not element.get('type')}
    english = set().union(*(words(page) for page in pages('C').values()))
    empty(text for page in pages('ar').values() for text in words(page) & english)


@case('help/links lead somewhere, and a guide to every page')
def _():
    for language in LANGUAGES:
        known = pages(language)
        targets = set(known)
        for name, page in known.items():
            targets |= {f'{name}#{section.get("id")}' for section in page.iter(MALLARD + 'section')}
        for name, page in known.items():
            links = [link.get('xref') for link in page.iter(MALLARD + 'link')]
            empty(f'{language}/{name}: {link}' for link in links if link not in targets)
            assert name == 'index' or any(link.startswith('index#') for link in links), name


@case('help/what it calls by name is called so in the program')
def _():
    for language in LANGUAGES:
        strings = catalogue(language)
        empty(f'{language}/{name}: {gui.text}' for name, page in pages(language).items()
              for gui in page.iter(MALLARD + 'gui')
              if ' '.join(gui.text.split()).rstrip('…') not in strings)


@case('help/the keys it names are the program\'s')
def _():
    known = {key.lower() for key in accelerators() | OWN}
    for name, page in pages('C').items():
        single = [key for element in page.iter() if element.tag != MALLARD + 'keyseq'
                  for key in element if key.tag == MALLARD + 'key']
        found = [accelerator(sequence) for sequence in page.iter(MALLARD + 'keyseq')]
        found += [NAMES.get(key.text, key.text) for key in single]
        empty(f'{name}: {key}' for key in found if key.lower() not in known)


@case('help/the shortcuts window has a key of every action that has one')
def _():
    known = {key.lower() for key in accelerators()}
    actions = re.findall(r'\{ "((?:app|win|window)\.[^"]+)", \{ ([^}]+) \} \}', read('src/ui/khatt-application.c'))
    assert len(actions) > 25, actions
    empty(action for action, keys in actions
          if not {key.lower() for key in re.findall('"([^"]+)"', keys)} & known)


@case('help/pages are well-formed')
def _():
    for language in LANGUAGES:
        folder = os.path.join(HELP, language)
        files = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
        result = subprocess.run(['xmllint', '--nonet', '--noout', *files], capture_output=True,
                                text=True, check=False)
        same(result.stderr, '')


run()
