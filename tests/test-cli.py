#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""khatt-cli from outside: what it prints, what it returns, what it leaves behind."""

import csv
import io
import json
import os
import re
import stat
import subprocess
import tempfile

from tap import case, empty, read, run, same, Skip, SOURCE

CLI = os.environ['KHATT_CLI']
SAMPLES = os.path.join(SOURCE, 'data', 'samples')
ARTICLE = os.path.join(SAMPLES, 'calls.txt')
DOCUMENT = os.path.join(SAMPLES, 'calls.khatt')
ISSUE = re.compile(r'^[^:\n]+:\d+:\d+: .+$')
COMMANDS = ('read', 'render', 'convert', 'check', 'date')
DONE, ISSUES, UNUSABLE = 0, 1, 2

SCRATCH = tempfile.TemporaryDirectory(prefix='khatt-cli-')


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.bytes = process.stdout
        self.output = process.stdout.decode('utf-8', 'replace')
        self.complaint = process.stderr.decode('utf-8', 'replace')


def cli(*arguments, given=b'', **environment):
    process = subprocess.run([CLI, *arguments], input=given, capture_output=True, check=False, timeout=100,
                             env={**os.environ, **environment})
    return Result(process)


def succeeds(*arguments, **options):
    result = cli(*arguments, **options)
    same(result.status, DONE, result.complaint)
    return result


def refuses(*arguments, **options):
    """Nothing usable: status 2, a reason on standard error, nothing on standard output."""
    result = cli(*arguments, **options)
    same(result.status, UNUSABLE, result.output[:300] + result.complaint)
    same(result.bytes, b'')
    assert result.complaint.strip()
    return result


def scratch(name, content=None):
    path = os.path.join(SCRATCH.name, name)
    if content is not None:
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
    return path


def sample_json():
    return json.loads(succeeds('read', '--to=json', ARTICLE).output)


# The command line itself.

@case('cli/help lists every command')
def _():
    output = succeeds('--help').output
    for command in COMMANDS:
        assert f'  {command} ' in output, output


@case('cli/every command explains itself')
def _():
    for command in COMMANDS:
        output = succeeds(command, '--help').output
        assert f'khatt-cli {command}' in output, output


@case('cli/version is the project\'s')
def _():
    version = re.search(r"version: '([\d.]+)'", read('meson.build')).group(1)
    same(succeeds('--version').output, f'khatt-cli {version}\n')


@case('cli/refuses what it does not know')
def _():
    for arguments in ([], ['no-such-command'], ['read', '--no-such-option', ARTICLE], ['read'], ['check'], ['date'],
                      ['convert', ARTICLE], ['render', ARTICLE], ['render', '-o', scratch('x.png')],
                      ['read', '--to=png', ARTICLE], ['read', '--from=nothing', ARTICLE],
                      ['read', '--published=yesterday', ARTICLE], ['read', '-', ARTICLE]):
        refuses(*arguments)


@case('cli/speaks arabic')
def _():
    assert 'الأوامر' in succeeds('--help', LANGUAGE='ar').output
    assert 'Commands' in succeeds('--help', LANGUAGE='en').output


# date

@case('date/one line an expression')
def _():
    result = succeeds('date', '2025-08-08', '2024-02', '-0044-03-15', 'Y17E7', '[..2025-08-08]', '2004-06-01/',
                      '2025/..')
    same(result.output.splitlines(), [
        'valid\t2025-08-08T00:00:00Z\t2025-08-08T23:59:59Z',
        'valid\t2024-02-01T00:00:00Z\t2024-02-29T23:59:59Z',
        'valid\t-0044-03-15T00:00:00Z\t-0044-03-15T23:59:59Z',
        'valid\t+170000000-01-01T00:00:00Z\t+170000000-12-31T23:59:59Z',
        'valid\t-inf\t2025-08-08T23:59:59Z',
        'valid\t2004-06-01T00:00:00Z\tunknown',
        'valid\t2025-01-01T00:00:00Z\t+inf',
    ])


@case('date/says why one is invalid')
def _():
    for expression in ('2025-02-31', '', 'tomorrow', '2025-08-09/2025-08-08', '2025-8-8'):
        verdict, reason = succeeds('date', '--', expression).output.rstrip('\n').split('\t')
        same(verdict, 'invalid')
        assert len(reason) > 10, reason


@case('date/an expression may look like an option')
def _():
    assert succeeds('date', '-1985').output.startswith('valid\t-1985')


# read

@case('read/json is a document of its schema')
def _():
    try:
        import jsonschema
    except ImportError as error:
        raise Skip('no python3-jsonschema') from error
    schema = json.loads(read('data/khatt-timeline.schema.json'))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for document in (sample_json(), json.loads(read('data/samples/calls.khatt'))):
        empty(error.message for error in validator.iter_errors(document))


@case('read/every event is found where it says')
def _():
    document = sample_json()
    texts = {article['id']: article['text'] for article in document['articles']}
    assert len(document['events']) >= 8, len(document['events'])
    for event in document['events']:
        assert event['sources'], event['id']
        for source in event['sources']:
            first, after = source['span']
            same(texts[source['article']][first:after], source['excerpt'])
            assert source['rules'], event['id']


@case('read/json reads back to the same bytes')
def _():
    first = succeeds('read', '--to=json', ARTICLE).bytes
    second = succeeds('read', '--to=json', '--from=khatt', '-', given=first).bytes
    same(second, first)


@case('read/the head of an article is no part of its text')
def _():
    article = sample_json()['articles'][0]
    same(article['published'], '2025-08-08')
    assert 'Published:' not in article['text']
    assert article['title'] and article['publisher']


@case('read/the head wins over the option')
def _():
    document = json.loads(succeeds('read', '--to=json', '--published=1999-01-01', ARTICLE).output)
    same(document['articles'][0]['published'], '2025-08-08')


@case('read/the option dates an article without a head')
def _():
    text = 'التقى الرئيس المصري عبد الفتاح السيسي، اليوم الجمعة، الرئيس الفرنسي إيمانويل ماكرون في القاهرة.\n'
    document = json.loads(succeeds('read', '--to=json', '--published=2025-08-08', '-', given=text.encode()).output)
    same([(event['kind'], event['date']) for event in document['events']], [('meeting', '2025-08-08')])


@case('read/an article nobody dates leaves the question open')
def _():
    text = 'التقى الرئيس المصري عبد الفتاح السيسي، اليوم الجمعة، الرئيس الفرنسي إيمانويل ماكرون في القاهرة.\n'
    document = json.loads(succeeds('read', '--to=json', '-', given=text.encode()).output)
    assert 'published' not in document['articles'][0]
    empty(event for event in document['events'] if 'date' in event)


@case('read/csv has the columns it should')
def _():
    rows = list(csv.reader(io.StringIO(succeeds('read', '--to=csv', ARTICLE).output)))
    same(','.join(rows[0]),
         'id,title,kind,status,date,date_text,actors,roles,countries,place,topics,tags,notes,attribution')
    same(len(rows) - 1, len(sample_json()['events']))
    same({len(row) for row in rows}, {len(rows[0])})


@case('read/text is a listing for people')
def _():
    output = succeeds('read', ARTICLE).output
    for word in ('Telephone call', 'فلاديمير بوتين', 'شي جين بينغ', 'Friday', '2025'):
        assert word in output, word
    assert 'مكالمة هاتفية' in succeeds('read', ARTICLE, LANGUAGE='ar').output


@case('read/several files are one timeline')
def _():
    both = json.loads(succeeds('read', '--to=json', ARTICLE, os.path.join(SAMPLES, 'talks.txt')).output)
    same(len(both['articles']), 2)
    names = [event['id'] for event in both['events']]
    same(len(names), len(set(names)))


@case('read/standard input is a file like others')
def _():
    with open(ARTICLE, 'rb') as file:
        same(succeeds('read', '--to=csv', '-', given=file.read()).bytes, succeeds('read', '--to=csv', ARTICLE).bytes)


@case('read/works in the plainest locale')
def _():
    plain = succeeds('read', ARTICLE, LC_ALL='C', LANGUAGE='').bytes
    same(plain, succeeds('read', ARTICLE, LC_ALL='C.UTF-8', LANGUAGE='').bytes)


# Input that is not what it should be.

@case('bad/a folder')
def _():
    for command in ('read', 'check'):
        refuses(command, SCRATCH.name)
    refuses('render', '-o', scratch('folder.png'), SCRATCH.name)


@case('bad/a file that is not there')
def _():
    complaint = refuses('read', scratch('nowhere.khatt')).complaint
    assert 'nowhere.khatt' in complaint, complaint


@case('bad/a file without permission')
def _():
    path = scratch('secret.txt', 'x')
    os.chmod(path, 0)
    if os.geteuid() != 0:
        refuses('read', path)
        return
    # The super-user may read everything, but for these two capabilities.
    humble = ['setpriv', '--bounding-set=-dac_override,-dac_read_search']
    if subprocess.run([*humble, 'true'], capture_output=True, check=False).returncode != 0:
        raise Skip('the super-user may read everything')
    process = subprocess.run([*humble, CLI, 'read', path], capture_output=True, check=False)
    same((process.returncode, process.stdout), (UNUSABLE, b''))
    assert b'secret.txt' in process.stderr, process.stderr


@case('bad/an empty file')
def _():
    refuses('read', scratch('empty.khatt', ''))


@case('bad/a document cut short loses only what is missing')
def _():
    whole = succeeds('read', '--to=json', ARTICLE).bytes
    lines = whole.splitlines(keepends=True)
    broken = b''.join(lines[:-4]) + lines[-4][:40]
    result = succeeds('read', '--to=json', scratch('short.khatt', broken))
    rescued = json.loads(result.output)
    assert 0 < len(rescued['events']) < len(json.loads(whole)['events'])
    assert any(ISSUE.match(line) for line in result.complaint.splitlines()), result.complaint


@case('bad/every place to cut a document is survived')
def _():
    whole = succeeds('read', '--to=json', ARTICLE).bytes
    for length in range(0, len(whole), len(whole) // 25):
        result = cli('read', '--to=json', scratch('cut.khatt', whole[:length]))
        assert result.status in (DONE, UNUSABLE), (length, result.status, result.complaint)
        if result.status == DONE:
            json.loads(result.output)


@case('bad/an endless pipe')
def _():
    with subprocess.Popen(['yes', 'زار الرئيس'], stdout=subprocess.PIPE) as endless:
        process = subprocess.run([CLI, 'read', '--to=json', '-'], stdin=endless.stdout, capture_output=True,
                                 check=False, timeout=110)
        endless.stdout.close()
        endless.kill()
    same(process.returncode, UNUSABLE, process.stderr[:300])
    same(process.stdout, b'')


@case('bad/zero bytes')
def _():
    with open(ARTICLE, 'rb') as file:
        text = file.read()
    result = cli('read', '--to=json', '-', given=text[:900] + b'\0\0' + text[900:])
    assert result.status in (DONE, UNUSABLE), result.complaint
    assert result.complaint.strip()
    refuses('read', '--from=khatt', '-', given=b'\0' * 4096)


@case('bad/deep nesting')
def _():
    deep = '{"format":"khatt-timeline","version":1,"x":' + '[' * 100000 + ']' * 100000 + '}'
    result = cli('read', '--to=json', scratch('deep.khatt', deep))
    assert result.status in (DONE, UNUSABLE), result.status
    assert result.complaint.strip()


@case('bad/bytes of another kind')
def _():
    refuses('read', scratch('picture.khatt', b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 8))


@case('bad/windows 1256 and utf-16 are recognised')
def _():
    with open(ARTICLE, 'rb') as file:
        text = file.read().decode()
    expected = [event['sources'][0]['excerpt'] for event in sample_json()['events']]
    for encoding in ('utf-16', 'utf-16-le', 'utf-8-sig', 'cp1256'):
        document = json.loads(succeeds('read', '--to=json', scratch(f'{encoding}.txt', text.encode(encoding))).output)
        same([event['sources'][0]['excerpt'] for event in document['events']], expected, encoding)


@case('bad/control characters do not reach the terminal')
def _():
    document = {'format': 'khatt-timeline', 'version': 1, 'title': 'x', 'events': [
        {'id': 'e1', 'kind': 'call', 'title': 'a\u202eb\u2067c\u001b[31m', 'date': '2025-08-08',
         'actors': [{'name': 'X\u202e', 'role': 'initiator'}]}]}
    output = succeeds('read', scratch('bidi.khatt', json.dumps(document))).output
    empty(re.findall('[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]', output))


# check

@case('check/clean samples are clean')
def _():
    for name in sorted(os.listdir(SAMPLES)):
        result = succeeds('check', os.path.join(SAMPLES, name))
        same((result.output, result.complaint), ('', ''), name)


@case('check/issues have file, line and column')
def _():
    path = scratch('issues.csv', 'id,title,kind,date\ne1,a,call,2025-02-31\ne2,b,call,2025-02-03\n')
    result = cli('check', path)
    same(result.status, ISSUES, result.complaint)
    same([line.split(':')[:2] for line in result.complaint.splitlines()], [[path, '2']])
    assert ISSUE.match(result.complaint.splitlines()[0]), result.complaint


@case('check/returns the worst of its files')
def _():
    clean = ARTICLE
    flawed = scratch('flawed.csv', 'id,title,kind,date\ne1,a,call,2025-02-31\ne2,b,call,2025-02-03\n')
    absent = scratch('absent.csv')
    same([cli('check', *files).status for files in ([clean], [clean, flawed], [flawed, clean], [flawed, absent],
                                                    [absent, clean])],
         [DONE, ISSUES, ISSUES, UNUSABLE, UNUSABLE])


# convert

@case('convert/there and back keeps the bytes')
def _():
    document = scratch('a.khatt')
    succeeds('convert', ARTICLE, document)
    succeeds('convert', document, scratch('b.khatt'))
    with open(document, 'rb') as one, open(scratch('b.khatt'), 'rb') as other:
        same(one.read(), other.read())


@case('convert/the sample document is in canonical form')
def _():
    with open(DOCUMENT, 'rb') as file:
        same(succeeds('convert', '--to=khatt', DOCUMENT, '-').bytes, file.read())


@case('convert/csv keeps what it can carry')
def _():
    table = scratch('t.csv')
    succeeds('convert', DOCUMENT, table)
    back = json.loads(succeeds('convert', '--to=json', table, '-').output)
    wanted = json.loads(read('data/samples/calls.khatt'))['events']

    def essence(events):
        return [(event['id'], event['kind'], event.get('title'), event.get('date'),
                 [(actor['name'], actor.get('role')) for actor in event.get('actors', [])]) for event in events]
    same(essence(back['events']), essence(wanted))


@case('convert/a failure leaves the old file alone')
def _():
    target = scratch('precious.khatt', 'precious')
    before = set(os.listdir(SCRATCH.name))
    refuses('convert', scratch('missing.txt'), target)
    with open(target, encoding='utf-8') as file:
        same(file.read(), 'precious')
    same(set(os.listdir(SCRATCH.name)), before)


@case('convert/refuses a format it cannot write')
def _():
    refuses('convert', ARTICLE, scratch('x.docx'))
    refuses('convert', '--to=text', ARTICLE, scratch('x.txt'))


# Output that cannot be written.

@case('output/a full disk is a failure')
def _():
    if not os.path.exists('/dev/full'):
        raise Skip('no /dev/full')
    same(cli('convert', '--to=json', ARTICLE, '/dev/full').status, UNUSABLE)
    assert stat.S_ISCHR(os.stat('/dev/full').st_mode)


@case('output/a folder that is not there is a failure')
def _():
    refuses('convert', ARTICLE, scratch('no/such/folder.khatt'))
    refuses('render', '-o', scratch('no/such/folder.png'), ARTICLE)


@case('output/a reader that leaves early is no failure')
def _():
    for to in ('json', 'csv', 'text'):
        with subprocess.Popen([CLI, 'read', f'--to={to}', ARTICLE], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            process.stdout.close()
            complaint = process.stderr.read()
            same((process.wait(), complaint), (DONE, b''), to)


# render

def png_size(path):
    with open(path, 'rb') as file:
        head = file.read(24)
    same(head[:8], b'\x89PNG\r\n\x1a\n')
    return int.from_bytes(head[16:20], 'big'), int.from_bytes(head[20:24], 'big')


def contents(path):
    with open(path, 'rb') as file:
        return file.read()


@case('render/png is as wide as asked and as high as needed')
def _():
    path = scratch('default.png')
    succeeds('render', '-o', path, DOCUMENT)
    width, height = png_size(path)
    same(width, 1280)
    actors = {actor['name'] for event in json.loads(read('data/samples/calls.khatt'))['events']
              for actor in event['actors']}
    assert height >= 48 * len(actors), height
    succeeds('render', '--size=900x500', '-o', path, DOCUMENT)
    same(png_size(path), (900, 500))
    succeeds('render', '--size=900x500', '--scale=1.5', '-o', path, DOCUMENT)
    same(png_size(path), (1350, 750))


@case('render/svg keeps its text')
def _():
    path = scratch('t.svg')
    succeeds('render', '-o', path, DOCUMENT)
    picture = contents(path).decode()
    for words in ('شي جين بينغ', 'العلاقات الثنائية', 'الأطراف'):
        assert words in picture, words


@case('render/pdf keeps its text')
def _():
    path = scratch('t.pdf')
    succeeds('render', '-o', path, DOCUMENT)
    assert contents(path).startswith(b'%PDF-')
    text = subprocess.run(['pdftotext', path, '-'], capture_output=True, check=True).stdout.decode()
    found = sum(1 for word in ('بوتين', 'ترامب', 'لوكاشينكو', 'أوشاكوف', 'الثنائية') if word in text)
    assert found >= 4, text


def pdf_pages(path):
    """The text of each page, and how many points they are wide and high."""
    text = subprocess.run(['pdftotext', path, '-'], capture_output=True, check=True).stdout.decode()
    facts = subprocess.run(['pdfinfo', path], capture_output=True, check=True).stdout.decode()
    width, height = re.search(r'Page size: +([\d.]+) x ([\d.]+)', facts).groups()
    same(int(re.search(r'Pages: +(\d+)', facts).group(1)), text.count('\f'))
    return text.split('\f')[:-1], round(float(width)), round(float(height))


@case('render/on paper')
def _():
    path = scratch('paper.pdf')
    for options, n_pages, size in ((['--paper=A4'], None, (842, 595)),
                                   (['--paper=A3', '--portrait', '--pages=one'], 1, (842, 1191)),
                                   (['--paper=letter', '--landscape', '--pages=one'], 1, (792, 612)),
                                   (['--paper=a4', '--pages=3', '--overlap=0'], 3, (842, 595)),
                                   (['--paper=A4', '--pages=3', '--overlap=40'], 3, (842, 595)),
                                   (['--paper=A4', '--span=2025-08-06/2025-08-08'], None, (842, 595))):
        succeeds('render', *options, '-o', path, DOCUMENT)
        pages, width, height = pdf_pages(path)
        same((width, height), size)
        assert n_pages in (None, len(pages)), (options, len(pages))
        # The title's words, on each page; of the words in it, Latin digits are found by every reader.
        assert all('2025' in page for page in pages), pages


@case('render/refuses paper that means nothing')
def _():
    for options in (['--paper=A44'], ['--paper=A4', '--pages=0'], ['--paper=A4', '--pages=some'],
                    ['--paper=A4', '--overlap=51'], ['--paper=A4', '--overlap=x'], ['--paper=A4', '--size=800x600'],
                    ['--paper=A4', '--landscape', '--portrait'], ['--pages=2'], ['--portrait'], ['--overlap=3']):
        refuses('render', *options, '-o', scratch('never.pdf'), DOCUMENT)
    refuses('render', '--paper=A4', '-o', scratch('never.png'), DOCUMENT)
    assert not os.path.exists(scratch('never.pdf'))


@case('render/words are in the language of the document')
def _():
    for language in ('en', 'ar', ''):
        path = scratch(f'words-{language}.svg')
        succeeds('render', '-o', path, DOCUMENT, LANGUAGE=language)
    same(contents(scratch('words-en.svg')), contents(scratch('words-ar.svg')))
    same(contents(scratch('words-.svg')), contents(scratch('words-ar.svg')))


@case('render/options change the picture')
def _():
    pictures = set()
    for number, option in enumerate(('--style=light', '--style=dark', '--direction=ltr', '--calendar=none',
                                     '--calendar=persian', '--calendar=hebrew', '--span=2025-08-06/2025-08-08',
                                     '--lanes=kinds', '--lanes=one', '--kind=call', '--pin=سيرغي لافروف',
                                     '--collapse=فلاديمير بوتين', '--hide=فلاديمير بوتين')):
        path = scratch(f'option-{number}.png')
        succeeds('render', option, '--size=800x600', '-o', path, DOCUMENT)
        pictures.add(contents(path))
    same(len(pictures), 13)


@case('render/the same input draws the same picture')
def _():
    for suffix in ('png', 'svg'):
        paths = [scratch(f'again-{number}.{suffix}') for number in range(2)]
        for path in paths:
            succeeds('render', '-o', path, DOCUMENT)
        same(contents(paths[0]) == contents(paths[1]), True)


@case('render/standard output takes a picture')
def _():
    assert succeeds('render', '--to=png', '-o', '-', DOCUMENT).bytes.startswith(b'\x89PNG')


@case('render/refuses options that mean nothing')
def _():
    for option in ('--size=big', '--size=10x10', '--size=100000x100', '--size=800', '--direction=up',
                   '--scale=0', '--scale=9', '--scale=2x', '--scale=nan',
                   '--calendar=mayan', '--style=loud', '--span=2025/..', '--span=x', '--to=gif',
                   '--lanes=planets', '--kind=tea', '--actor=Nobody At All'):
        refuses('render', option, '-o', scratch('never.png'), DOCUMENT)
    refuses('render', '-o', scratch('never.gif'), DOCUMENT)
    assert not os.path.exists(scratch('never.png'))


@case('render/refuses a timeline without a date')
def _():
    document = '{"format":"khatt-timeline","version":1,"events":[\n{"id":"e1","kind":"call","title":"x"}\n]}\n'
    refuses('render', '-o', scratch('undated.png'), scratch('undated.khatt', document))


run()
