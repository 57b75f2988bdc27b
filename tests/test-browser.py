#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The web page that is handed out, in a browser that reaches no network: nothing is complained about, the keyboard
leads everywhere, scripts are not needed, and axe-core finds nothing that shuts anybody out."""

import glob
import os
import shutil
import subprocess
import tempfile

from browser import Browser
from handout_documents import dense, english, hostile
from tap import case, empty, run, same, Skip, SOURCE

CLI = os.environ['KHATT_CLI']
CHROMIUM = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
SCRATCH = tempfile.TemporaryDirectory(prefix='khatt-browser-')
AXE = 'axe-core@4'
STATE = {}
LOOKS = [(width, scheme) for width in (360, 1920) for scheme in ('light', 'dark')]


def browser():
    """One for all cases."""
    if not CHROMIUM:
        raise Skip('there is no Chromium')
    if not os.path.exists('/proc/self'):
        raise Skip('Chromium does not start without /proc')
    if 'browser' not in STATE:
        STATE['browser'] = Browser(CHROMIUM, os.path.join(SCRATCH.name, 'profile'))
    return STATE['browser']


def axe():
    """The text of axe-core: the file that KHATT_AXE names, or what npm can get."""
    if 'axe' not in STATE:
        path = os.environ.get('KHATT_AXE')
        if not path and shutil.which('npm'):
            folder = os.path.join(SCRATCH.name, 'npm')
            os.makedirs(folder)
            subprocess.run(['npm', 'pack', '--silent', AXE], cwd=folder, capture_output=True, check=False, timeout=100)
            for archive in glob.glob(os.path.join(folder, '*.tgz')):
                subprocess.run(['tar', '-xf', archive, 'package/axe.min.js'], cwd=folder, check=True)
                path = os.path.join(folder, 'package', 'axe.min.js')
        STATE['axe'] = None
        if path:
            with open(path, encoding='utf-8') as file:
                STATE['axe'] = file.read()
    if not STATE['axe']:
        raise Skip('axe-core is not to be had')
    return STATE['axe']


def write_page(name):
    """The address of a page that is made of a document."""
    documents = {'arabic': None, 'english': english, 'hostile': hostile, 'dense': lambda: dense(700)}
    path = os.path.join(SCRATCH.name, f'{name}.html')
    if not os.path.exists(path):
        source = os.path.join(SOURCE, 'data', 'samples', 'calls.khatt')
        if documents[name]:
            source = os.path.join(SCRATCH.name, f'{name}.khatt')
            with open(source, 'w', encoding='utf-8') as file:
                file.write(documents[name]())
        subprocess.run([CLI, 'render', '-o', path, source], check=True, timeout=100)
    return f'file://{path}'


def open_page(name, **options):
    return browser().open(write_page(name), **options)


def reaches(page, element):
    """What is led to has the focus, or gets it soon."""
    page.until(f'document.activeElement.matches({element!r})')


def focused(page):
    """What has the focus, in short."""
    return page.evaluate('''(() => {
      const at = document.activeElement;
      return [at.localName, at.id || at.getAttribute('href') || at.className || at.name || at.value].join(' ');
    })()''')


def shown(page):
    return page.evaluate('[...document.querySelectorAll(".event")].filter(e => e.offsetParent).map(e => e.dataset.id)')


@case('browser/nothing is complained about, nothing is asked for')
def _():
    for name in ('arabic', 'english', 'hostile', 'dense'):
        for width, scheme in LOOKS:
            page = open_page(name, width=width, scheme=scheme)
            empty(page.complaints())
            same(page.requests(), [write_page(name)])


@case('browser/a complaint would be heard')
def _():
    path = os.path.join(SCRATCH.name, 'bad.html')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('<!DOCTYPE html><title>x</title><script>console.error("x"); fetch("https://example.org/"); y()'
                   '</script>')
    page = browser().open(f'file://{path}')
    assert len(page.complaints()) >= 2, page.complaints()
    same(page.requests()[1:], ['https://example.org/'])


@case('browser/nothing is wider than the window, and the picture has room')
def _():
    for name in ('arabic', 'english', 'hostile'):
        for width in (360, 1280, 3840):
            page = open_page(name, width=width)
            wide = page.evaluate('document.documentElement.scrollWidth')
            assert wide <= width, (name, width, wide)
            box = page.evaluate('document.querySelector(".box").clientWidth')
            assert box >= min(width * 0.8, 1200), (name, width, box)


@case('browser/the picture begins where time begins')
def _():
    for name, is_at_start in (('arabic', 'Math.abs(box.scrollLeft) < 1 && getComputedStyle(box).direction === "rtl"'),
                              ('english', 'box.scrollLeft === 0 && getComputedStyle(box).direction === "ltr"')):
        page = open_page(name, width=360)
        same(page.evaluate(f'(() => {{ const box = document.querySelector(".box"); return {is_at_start}; }})()'), True)


@case('browser/light and dark are two looks of one drawing')
def _():
    grounds = [open_page('english', scheme=scheme).evaluate(
        '[getComputedStyle(document.body).backgroundColor, ...new Set([...document.querySelectorAll(".sheet path")]'
        '.map(path => getComputedStyle(path).fill))]') for scheme in ('light', 'dark')]
    assert grounds[0][0] != grounds[1][0]
    # What has no fill of its own is black in both.
    empty(color for color in set(grounds[0]) & set(grounds[1]) if color.startswith('rgb') and color != 'rgb(0, 0, 0)')


@case('browser/keys lead from the picture to the list and back')
def _():
    page = open_page('english')
    page.press('Tab')
    same(focused(page), 'a #list')
    page.press('Tab')
    same(focused(page), 'div box')
    page.press('Tab')
    same(focused(page), 'a m1')
    page.press('ArrowRight')
    same(focused(page), 'a m2')
    page.press('End')
    same(focused(page), 'a m4')
    page.press('ArrowLeft')
    same(focused(page), 'a m3')
    page.press('Enter')
    reaches(page, '#e3 h3 a')
    same(page.evaluate('location.hash'), '#e3')
    page.press('ArrowDown')
    same(focused(page), 'a #e4')
    page.press('Tab')
    same(focused(page), 'a #m4')
    page.press('Enter')
    page.until('document.querySelector(":target")?.id === "m4"')
    empty(page.complaints())


@case('browser/where time runs from the right, so do the arrows')
def _():
    page = open_page('arabic')
    page.press('Tab', 'Tab', 'Tab', 'ArrowLeft')
    same(focused(page), 'a m2')
    page.press('ArrowRight')
    same(focused(page), 'a m1')


@case('browser/the skip link leads past the picture')
def _():
    page = open_page('dense')
    page.press('Tab', 'Enter')
    page.until('document.activeElement.id === "list"')
    page.press('Tab')
    same(focused(page), 'input words')


@case('browser/Tab reaches every event')
def _():
    for has_script in (True, False):
        page = open_page('arabic', has_script=has_script)
        reached = set()
        for _ in range(200):
            page.press('Tab')
            reached.add(focused(page))
            if 'a #e14' in reached:
                break
        same({f'a #e{number}' for number in range(1, 15)} - reached, set())


@case('browser/search finds what is typed in another way')
def _():
    page = open_page('arabic')
    everything = shown(page)
    same(len(everything), 14)
    found = []
    for words in ('ترامب', 'تُرامـب', 'ترامب عرض', 'اوربان', 'أوربان', 'رسالة وزير', '٢٠٢٥', '2025'):
        page.evaluate('document.querySelector("#search input").value = ""')
        page.evaluate('document.querySelector("#search input").focus()')
        page.write(words)
        found.append(shown(page))
    same(found[0], found[1])
    assert 0 < len(found[2]) < len(found[0]) < 14, [len(items) for items in found]
    same(found[3], found[4])
    assert 0 < len(found[5]) < 14 and found[3], [len(items) for items in found]
    same(found[6], found[7])
    page.write('كلمة لا وجود لها')
    same(page.evaluate('document.querySelector("#count").textContent'), '٠ من أصل ١٤ من الأحداث')
    page.press('Escape')
    same(shown(page), everything)


@case('browser/kinds can be left out; their marks fade')
def _():
    page = open_page('english')
    page.evaluate('document.querySelector("#filters input[value=call]").click()')
    assert 'event-3' not in shown(page) and len(shown(page)) == 4, shown(page)
    same(page.evaluate('document.querySelector("#count").textContent'), '4 of 5 events')
    same(page.evaluate('document.querySelectorAll(".links .faded").length'), 1)
    page.evaluate('location.hash = document.querySelector(".links .faded").getAttribute("href")')
    reaches(page, '[data-id=event-3] h3 a')
    assert 'event-3' in shown(page), 'what a link leads to is shown'


@case('browser/without scripts it is a picture of links and a list')
def _():
    page = open_page('english', has_script=False)
    same(len(page.call('DOM.querySelectorAll', nodeId=page.call('DOM.getDocument')['root']['nodeId'],
                       selector='.event')['nodeIds']), 5)
    page.press('Tab', 'Tab', 'Tab')
    same(focused(page), 'a m1')
    page.press('Tab')
    same(focused(page), 'a m2')
    page.press('Enter')
    page.until('document.querySelector(":target")?.id === "e2"')
    same(page.evaluate('getComputedStyle(document.getElementById("filters")).display'), 'none')


@case('browser/whoever cannot see hears the sentences of the events')
def _():
    page = open_page('english')
    page.call('Accessibility.enable')
    nodes = page.call('Accessibility.getFullAXTree')['nodes']
    names = [node['name']['value'] for node in nodes
             if node.get('role', {}).get('value') == 'link' and not node.get('ignored')]
    sentences = page.evaluate('[...document.querySelectorAll(".links title")].map(title => title.textContent)')
    same(names[1:1 + len(sentences)], sentences)
    assert all('Anna Berg' in sentence or 'عمر حداد' in sentence for sentence in sentences), sentences
    images = [node for node in nodes if node.get('role', {}).get('value') in ('image', 'img', 'graphics-document')
              and not node.get('ignored') and not node.get('name', {}).get('value')]
    empty(images)


def violations(page):
    page.evaluate(axe() + '; undefined')
    return page.evaluate('''axe.run(document, { resultTypes: ['violations'] }).then(results =>
      results.violations.map(v => `${v.id} (${v.impact}): ${v.nodes.length} × ${v.nodes[0].html.slice(0, 200)}`
        + ` ${v.nodes[0].failureSummary}`))''')


@case('browser/axe-core finds no violation')
def _():
    # A page of many events has no other parts than one of few, and takes long.
    for name, looks in (('arabic', LOOKS), ('english', LOOKS), ('hostile', LOOKS), ('dense', LOOKS[:1])):
        for width, scheme in looks:
            empty((name, width, scheme, violation)
                  for violation in violations(open_page(name, width=width, scheme=scheme)))


@case('browser/axe-core would find one')
def _():
    page = open_page('english')
    page.evaluate('document.querySelector("main").append(document.createElement("img"))')
    assert any(violation.startswith('image-alt') for violation in violations(page))


try:
    run()
finally:
    if 'browser' in STATE:
        STATE['browser'].__exit__()
