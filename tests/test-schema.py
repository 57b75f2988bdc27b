#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published schema: it is one, documents that Khatt wrote and ships are valid by it, wrong ones are not."""

import copy
import glob
import json
import os

import jsonschema

from tap import SOURCE, case, empty, project_files, read, run

SCHEMA = json.loads(read('data/khatt-timeline.schema.json'))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def written():
    """The documents that the tests of readers expect to be written."""
    for path in sorted(glob.glob(os.path.join(SOURCE, 'tests/data/files/*.expected'))):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        start = text.find('{"format"')
        if start >= 0:
            yield os.path.basename(path), json.loads(text[start:])


def errors(document):
    return [f'{list(e.absolute_path)}: {e.message[:200]}' for e in VALIDATOR.iter_errors(document)]


def everything():
    return copy.deepcopy(dict(written())['everything.khatt.expected'])


@case('schema/is a schema of 2020-12')
def _():
    assert SCHEMA['$schema'].endswith('2020-12/schema')
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@case('schema/written documents are valid')
def _():
    assert len(list(written())) > 40
    empty(f'{name}: {error}' for name, document in written() for error in errors(document))


@case('schema/shipped samples are valid')
def _():
    empty(f'{path}: {error}' for path in project_files('.khatt', under='data')
          for error in errors(json.loads(read(path))))


@case('schema/every event, article and scene stands on a line of its own')
def _():
    for path in sorted(glob.glob(os.path.join(SOURCE, 'tests/data/files/*.expected'))):
        with open(path, encoding='utf-8') as file:
            lines = file.read().split('\n')
        for line in lines:
            if line.startswith('{"id"'):
                json.loads(line.rstrip(','))


def members(schema):
    found = set(schema.get('properties', {}))
    for part in schema.get('$defs', {}).values():
        found |= set(part.get('properties', {}))
    return found


@case('schema/describes every member that is written')
def _():
    table = read('src/files/khatt-document-shapes.c')
    known = members(SCHEMA)
    words = {line.split('"')[1] for line in table.split('\n') if 'KEY ("' in line}
    assert len(words) > 30
    empty(sorted(words - known - {'source'}))


@case('schema/every member is described')
def _():
    def undescribed(schema, path):
        for name, part in schema.get('properties', {}).items():
            if 'description' not in part and '$ref' not in part and path != 'scene':
                yield f'{path}.{name}'
    empty(undescribed(SCHEMA, 'document'))
    for name, part in SCHEMA['$defs'].items():
        empty(undescribed(part, name))


@case('schema/unknown members are accepted at every level')
def _():
    document = everything()
    document['x'] = 1
    for place in (document['articles'][0], document['events'][0], document['events'][0]['actors'][0],
                  document['events'][0]['sources'][0], document['events'][0]['quotes'][0], document['actors'][0]):
        place['x'] = {'y': []}
    empty(errors(document))


WRONG = {
    'another format': lambda d: d.update(format='other'),
    'no version': lambda d: d.pop('version'),
    'version 0': lambda d: d.update(version=0),
    'no events': lambda d: d.pop('events'),
    'direction up': lambda d: d.update(direction='up'),
    'a kind that is none': lambda d: d['events'][0].update(kind='treaty'),
    'a status that is none': lambda d: d['events'][0].update(status='perhaps'),
    'a role that is none': lambda d: d['events'][0]['actors'][0].update(role='king'),
    'an event without id': lambda d: d['events'][0].pop('id'),
    'a span of three': lambda d: d['events'][0]['sources'][0].update(span=[0, 1, 2]),
    'a span below zero': lambda d: d['events'][0]['sources'][0].update(span=[-1, 2]),
    'a confidence above one': lambda d: d['events'][0]['sources'][0].update(confidence=1.5),
    'an importance beyond its limit': lambda d: d['events'][0].update(importance=256),
    'a checksum that is none': lambda d: d['articles'][0].update(sha256='abc'),
    'an actor without a name': lambda d: d['events'][0]['actors'][0].pop('name'),
    'a date and a start': lambda d: d['events'][0].update(start='2025'),
}


@case('schema/wrong documents are not valid')
def _():
    for name, spoil in WRONG.items():
        document = everything()
        spoil(document)
        assert errors(document), name


run()
