#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles through khatt-cli: web pages, several agencies' reports of one event, folders."""

import json
import os
import subprocess
import tempfile

from tap import case, run, same, SOURCE

CLI = os.environ['KHATT_CLI']
TOLD = os.path.join(SOURCE, 'data', 'samples', 'calls.txt')
RETOLD = os.path.join(SOURCE, 'tests', 'data', 'merge', 'retold.txt')
BY_OFFICE = os.path.join(SOURCE, 'tests', 'data', 'merge', 'retold-by-office.txt')
PAGES = os.path.join(SOURCE, 'tests', 'data', 'pages')
SCRATCH = tempfile.TemporaryDirectory(prefix='khatt-cli-articles-')


def cli(*arguments, status=0, given=b''):
    process = subprocess.run([CLI, *arguments], input=given, capture_output=True, check=False, timeout=100)
    same(process.returncode, status, process.stderr.decode('utf-8', 'replace'))
    return process


def document(*arguments):
    return json.loads(cli('read', '--to=json', *arguments).stdout)


def calls(events):
    return [event for event in events if event['kind'] == 'call']


def without_ids(events):
    """What events say, whatever their articles are called."""
    def strip(value):
        if isinstance(value, dict):
            return {key: strip(item) for key, item in value.items() if key not in ('id', 'article', 'source')}
        return [strip(item) for item in value] if isinstance(value, list) else value
    return sorted(json.dumps(strip(event), ensure_ascii=False, sort_keys=True) for event in events)


@case('pages/a saved page is an article')
def _():
    path = os.path.join(SCRATCH.name, 'page.html')
    with open(os.path.join(PAGES, 'agency-json-ld.html.in'), 'rb') as source, open(path, 'wb') as target:
        target.write(source.read())
    page = document(path)
    article, = page['articles']
    same(article['published'], '2025-10-14')
    same(article['publisher'], 'وكالة أنباء المثال')
    same(article['address'], 'https://agency.example/ar/news/1001')
    call, = calls(page['events'])
    same(call['date'], '2025-10-14')
    first, after = call['sources'][0]['span']
    same(article['text'][first:after], call['sources'][0]['excerpt'])


@case('pages/standard input may be one')
def _():
    with open(os.path.join(PAGES, 'agency-json-ld.html.in'), 'rb') as source:
        page = source.read()
    for arguments in (['-'], ['--from=html', '-']):
        assert calls(json.loads(cli('read', '--to=json', *arguments, given=page).stdout)['events'])


@case('pages/one without prose is refused')
def _():
    path = os.path.join(SCRATCH.name, 'menus.html')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<html><title>x</title><nav>y</nav></html>')
    assert 'no text' in cli('read', path, status=2).stderr.decode()


@case('merge/a retelling adds sources, not events')
def _():
    alone = document(TOLD)['events']
    both = document(TOLD, RETOLD)
    same(len(both['articles']), 2)
    same(len(both['events']), len(alone))
    same([len(event['sources']) for event in calls(both['events'])], [2, 2, 2])
    for event in both['events']:
        articles = [source['article'] for source in event['sources']]
        same(len(articles), len(set(articles)), event['id'])


@case('merge/one by office, in another order and by video adds sources too')
def _():
    for order in ((TOLD, RETOLD, BY_OFFICE), (BY_OFFICE, TOLD, RETOLD), (RETOLD, BY_OFFICE, TOLD)):
        events = document(*order)['events']
        same(len(events), len(document(TOLD)['events']))
        for call in calls(events):
            same(len(call['sources']), 3, call)
            assert not any('رئيس' in actor['name'] for actor in call['actors']), call


def saved(name, *arguments):
    path = os.path.join(SCRATCH.name, name)
    with open(path, 'wb') as file:
        file.write(cli('read', '--to=json', *arguments).stdout)
    return path


@case('merge/what is added to a document joins its events')
def _():
    added = document(saved('told.khatt', TOLD), RETOLD, BY_OFFICE)
    same([len(event['sources']) for event in calls(added['events'])], [3, 3, 3])
    same(without_ids(added['events']), without_ids(document(TOLD, RETOLD, BY_OFFICE)['events']))


@case('merge/two documents become what their articles become')
def _():
    told, retold = saved('one.khatt', TOLD), saved('other.khatt', RETOLD, BY_OFFICE)
    same(document(told, retold), document(TOLD, RETOLD, BY_OFFICE))
    same(document(told, told), document(told))


@case('merge/what the agencies say differently is kept')
def _():
    meeting, = [event for event in document(TOLD, RETOLD)['events']
                if event['kind'] == 'meeting' and event['date'] == '2025-08-06']
    places = {meeting['place']} | {source.get('place') for source in meeting['sources']} - {None}
    same(places, {'الكرملين', 'موسكو'})


@case('merge/the order of articles does not matter')
def _():
    same(without_ids(document(TOLD, RETOLD)['events']), without_ids(document(RETOLD, TOLD)['events']))


@case('merge/spans are each in their own article')
def _():
    both = document(TOLD, RETOLD)
    texts = {article['id']: article['text'] for article in both['articles']}
    for event in both['events']:
        for source in event['sources']:
            first, after = source['span']
            same(texts[source['article']][first:after], source['excerpt'])
        for quote in event.get('quotes', []):
            first, after = quote['span']
            same(texts[quote['source']][first:after], quote['text'])


@case('merge/an article given twice is one')
def _():
    same(document(TOLD, TOLD), document(TOLD))


@case('explain/each report has its sentence, rules and slots')
def _():
    events = document(TOLD, RETOLD)['events']
    blocks = cli('read', '--explain', TOLD, RETOLD).stdout.decode().strip().split('\n\n')
    same(len(blocks), sum(len(event['sources']) for event in events))
    for block in blocks:
        keys = [line.strip().split(':')[0] for line in block.split('\n')[1:]]
        for key in ('sentence', 'rules', 'kind', 'status', 'date', 'date-from', 'counted-from'):
            same(keys.count(key), 1, block)
    call = next(block for block in blocks if 'call.held' in block and 'date.today' in block)
    assert 'initiator: ' in call and 'date: 2025-08-08' in call and 'counted-from: 2025-08-08' in call, call
    assert 'date-words: اليوم' in call, call


@case('explain/says when no day is known to count from')
def _():
    path = os.path.join(SCRATCH.name, 'undated.txt')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('أجرى الرئيس الروسي فلاديمير بوتين، اليوم، اتصالا هاتفيا مع نظيره الصيني شي جين بينغ.\n')
    text = cli('read', '--explain', path).stdout.decode()
    assert 'date: unknown' in text and 'counted-from: no day' in text, text


def folder_of(name, texts):
    folder = os.path.join(SCRATCH.name, name)
    os.mkdir(folder)
    for number, text in enumerate(texts):
        with open(os.path.join(folder, f'{number}.txt'), 'w', encoding='utf-8') as file:
            file.write(text)
    return folder


def written(name, *lines):
    path = os.path.join(SCRATCH.name, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')
    return path


@case('explain/names the dateline that dates were counted from')
def _():
    path = written('dateline.txt', 'Published: 2025-08-07', '',
                   'شنغهاي 6 أغسطس 2025 (شينخوا) التقى الرئيس الصيني شي جين بينغ اليوم نظيره الروسي فلاديمير بوتين.')
    text = cli('read', '--explain', path).stdout.decode()
    for line in ('date: 2025-08-06', 'counted-from: 2025-08-06', 'published: 2025-08-07'):
        assert f'  {line}\n' in text, text
    assert '  dateline: شنغهاي 6 أغسطس 2025 (شينخوا' in text, text
    assert 'dateline' not in cli('read', '--explain', TOLD).stdout.decode()


MONDAY = ('عقد الرئيس الروسي فلاديمير بوتين ونظيره الصيني شي جين بينغ مباحثات هاتفية اليوم الاثنين.',)


@case('published/a weekday alone is said everywhere and dates nothing')
def _():
    path = written('monday.txt', *MONDAY)
    said = 'The text says only that it was written on a Monday.'
    for arguments, words in (
            ([], said), (['--explain'], 'written-on: Monday'), (['--to=json'], '"published_weekday":1')):
        process = cli('read', *arguments, path)
        assert words in process.stdout.decode(), process.stdout.decode()
        same(process.stderr.decode(), f'{path}: {said} 1 event has no date until that day is known.\n')
    page = document(path)
    event, = page['events']
    assert 'date' not in event and 'published_candidates' not in page['articles'][0], page
    same(event['date_text'], 'اليوم الاثنين')
    same(cli('check', path, status=1).stderr.decode().count(said), 1)
    event, = document('--published=2025-02-24', path)['events']
    same(event['date'], '2025-02-24')
    assert not cli('read', '--published=2025-02-24', path).stderr


@case('published/candidates stand in the listing with their reasons')
def _():
    path = written('friday.txt', 'هاتف الرئيس الروسي فلاديمير بوتين، اليوم الجمعة، نظيره الصيني شي جين بينغ.',
                   'وقال إن الاتفاق وقع في 4 أغسطس 2025.')
    text = cli('read', path).stdout.decode()
    assert 'The text was perhaps published on Friday 8 August 2025.' in text, text
    assert '2025-08-08\n    The latest date in the text is' in text, text
    first = document(path)['articles'][0]['published_candidates'][0]
    same(first['date'], '2025-08-08')
    assert len(first['reasons']) == 2, first


@case('published/no candidate is later than today')
def _():
    path = written('august.txt', 'استقبل الرئيس السوري أحمد الشرع، اليوم الخميس 7 آب، وفدا تركيا.')
    for today, dates in (('2026-01-01', ['2025-08-07', '2014-08-07', '2008-08-07', '2003-08-07']),
                         ('2025-08-06', ['2014-08-07', '2008-08-07', '2003-08-07'])):
        article, = document(f'--today={today}', path)['articles']
        same([candidate['date'] for candidate in article['published_candidates']], dates)
    for wrong in ('2025', 'soon', '2025-08', '2025-08-01/2025-08-03'):
        assert b'--today' in cli('read', f'--today={wrong}', path, status=2).stderr


@case('folders/threads change nothing')
def _():
    folder = folder_of('same', (
        f'أجرى الرئيس الروسي فلاديمير بوتين، اليوم، اتصالا هاتفيا مع الرئيس الصيني.\nرقم {number}\n'
        for number in range(40)))
    one, two = (cli('read', '--to=json', '--published=2025-08-08', f'--jobs={jobs}', folder) for jobs in (1, 2))
    same(one.stdout, two.stdout)
    same(one.stderr, b'')
    event, = json.loads(one.stdout)['events']
    same(len(event['sources']), 40)


@case('folders/threads change nothing of many events of every kind either')
def _():
    people = ['الروسي سيرغي لافروف', 'التركي هاكان فيدان', 'المصري سامي النجار', 'القطري خالد العطار',
              'الأردني كريم الصباغ']
    pairs = ((people[number % 5], people[(number + 1 + number % 2) % 5]) for number in range(150))
    folder = folder_of('many', (
        f'Published: 2025-08-{8 + number % 3:02}\n\n'
        f'أجرى وزير الخارجية {caller}، اليوم، اتصالا هاتفيا مع نظيره {called}.\n\n'
        f'وأكد الوزير {caller.split()[-1]} أن "الحوار رقم {number % 7} هو الطريق إلى حل دائم".\n\n'
        f'وكان الوزيران قد التقيا في القاهرة الشهر الماضي. ومن المقرر أن يزور الوزير أنقرة غدا، تقرير {number}.\n'
        for number, (caller, called) in enumerate(pairs)))
    one, *others = (cli('read', '--to=json', f'--jobs={jobs}', folder).stdout for jobs in (1, 2, 4))
    for other in others:
        same(other, one)
    events = json.loads(one)['events']
    assert len({event['kind'] for event in events}) >= 2, events
    assert any(len(event['sources']) > 9 for event in events)


@case('folders/a number of threads below none is refused')
def _():
    cli('read', '--jobs=-1', TOLD, status=2)


run()
