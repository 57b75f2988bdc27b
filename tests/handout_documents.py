# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that the tests of web pages make pages of."""

import json

# What would be markup, script or a turn of the line where it is not kept as text.
HOSTILE = '</script></style><img src=x onerror="alert(1)">&amp;\u202e\u0007\'"]]>--><!--'
BACKGROUND = 'A note of two lines:\nthe second one.'


def event(number, **members):
    """An event of the tests, with what it needs."""
    return {'id': f'event-{number}', 'kind': 'call', 'title': f'Topic {number}', 'date': f'2025-08-{number:02}',
            'actors': [{'name': 'Anna Berg', 'country': 'SE', 'office': 'Foreign Minister', 'role': 'initiator'},
                       {'name': 'Omar Haddad', 'country': 'JO', 'role': 'recipient'}], **members}


def document(events, **members):
    """A document as text."""
    return json.dumps({'format': 'khatt-timeline', 'version': 1, 'title': 'Talks', 'language': 'en', 'events': events,
                       **members}, ensure_ascii=False)


def english():
    """Every kind of thing that a page shows."""
    articles = [{'id': 'a1', 'title': 'Two calls', 'publisher': 'The Gazette', 'published': '2025-08-09',
                 'address': 'https://news.example/calls?a=1&b=2', 'text': 'Berg called Haddad.'},
                {'id': 'a2', 'title': 'Trap', 'address': 'javascript:alert(1)', 'text': 'x'}]
    events = [
        event(3, quotes=[{'speaker': 'عمر حداد', 'text': 'هذه بداية طيبة'}], topics=['Trade'], tags=['week 32'],
              sources=[{'article': 'a1', 'excerpt': 'Berg called Haddad.', 'attribution': 'Ministry',
                        'place': 'Amman'}]),
        event(4, kind='meeting', status='planned', date='2025-08-04/2025-08-06', place='Stockholm', notes=BACKGROUND,
              sources=[{'article': 'a2', 'excerpt': 'x'}]),
        event(5, kind='statement', title='بيان مشترك', date='2025-08~', color='#a06f10',
              actors=[{'name': 'عمر حداد', 'role': 'speaker'}]),
        event(6, kind='agreement', status='cancelled', date='[..2025-08-09]'),
        {'id': 'event-7', 'kind': 'other', 'title': 'Undated', 'date_text': 'one of these days', 'actors': []},
    ]
    scenes = [{'id': 's1', 'title': 'The beginning', 'from': '2025-08-01', 'to': '2025-08-05', 'focus': ['event-4'],
               'notes': 'For the speaker alone'},
              {'id': 's2', 'from': '2025-08-03', 'to': '2025-08-04'}]
    return document(events, articles=articles, scenes=scenes)


def hostile():
    """Markup and control characters wherever a document has a text."""
    events = [event(1, title=HOSTILE, place=HOSTILE, notes=HOSTILE, topics=[HOSTILE], tags=[HOSTILE], id=HOSTILE,
                    actors=[{'name': HOSTILE, 'office': HOSTILE, 'role': 'initiator'}],
                    quotes=[{'speaker': HOSTILE, 'text': HOSTILE}],
                    sources=[{'article': 'a1', 'excerpt': HOSTILE, 'attribution': HOSTILE, 'title': HOSTILE}]),
              event(2, date_text=HOSTILE, date=None)]
    del events[1]['date']
    return document(events, title=HOSTILE,
                    articles=[{'id': 'a1', 'title': HOSTILE, 'publisher': HOSTILE, 'text': 'x',
                               'address': 'https://news.example/"><script>alert(1)</script>'}],
                    scenes=[{'id': 's1', 'title': HOSTILE, 'focus': [HOSTILE]}])


def dense(n_events):
    """More events than a picture can show one by one."""
    kinds = ('call', 'meeting', 'visit', 'statement')
    return document([{'id': f'd{i}', 'kind': kinds[i % 4], 'title': f'Topic {i}',
                      'date': f'{2000 + i // 300}-{1 + i // 25 % 12:02}-{1 + i % 25:02}',
                      'actors': [{'name': f'Person {i % 9}'}]} for i in range(n_events)])
