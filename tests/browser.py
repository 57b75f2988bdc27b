# SPDX-FileCopyrightText: 2026 The Khatt authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Chromium without a screen and without a network, spoken to through a pipe.

    with Browser(shutil.which('chromium'), folder) as browser:
        page = browser.open('file:///…/page.html', width=360)
        page.evaluate('document.title')
"""

import base64
import json
import os
import select
import signal
import subprocess
import time

LATEST = 60  # seconds that an answer may take on a busy machine
ARGUMENTS = ('--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
             '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions',
             '--host-resolver-rules=MAP * ~NOTFOUND', '--remote-debugging-pipe')
KEYS = {'Tab': 9, 'Enter': 13, 'Escape': 27, 'Home': 36, 'End': 35, 'ArrowLeft': 37, 'ArrowUp': 38, 'ArrowRight': 39,
        'ArrowDown': 40}


class Browser:
    """The program; ended when the `with` ends."""

    def __init__(self, program, folder):
        self.last = 0
        self.rest = b''
        self.events = []
        to_read, self.to_write = os.pipe()
        self.to_read, to_write = os.pipe()

        def place():
            # 3 and 4 may be among the pipe's own ends.
            reader, writer = os.dup(to_read), os.dup(to_write)
            os.dup2(reader, 3)
            os.dup2(writer, 4)

        self.process = subprocess.Popen(
            [program, *ARGUMENTS, f'--user-data-dir={folder}'], preexec_fn=place, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(to_read)
        os.close(to_write)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.to_write)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.to_read)

    def receive(self):
        end = time.monotonic() + LATEST
        while b'\0' not in self.rest:
            ready, _, _ = select.select([self.to_read], [], [], max(0, end - time.monotonic()))
            chunk = os.read(self.to_read, 1 << 16) if ready else b''
            assert chunk, 'the browser does not answer'
            self.rest += chunk
        message, self.rest = self.rest.split(b'\0', 1)
        return json.loads(message)

    def call(self, method, session=None, **params):
        """The result of a method of the DevTools protocol; what happens meanwhile is kept in `events`."""
        self.last += 1
        message = {'id': self.last, 'method': method, 'params': params}
        if session:
            message['sessionId'] = session
        os.write(self.to_write, json.dumps(message).encode() + b'\0')
        while True:
            answer = self.receive()
            if answer.get('id') == self.last:
                assert 'error' not in answer, f'{method}: {answer["error"]}'
                return answer['result']
            self.events.append(answer)

    def open(self, address, **options):
        return Page(self, address, **options)


class Page:
    """A page that was loaded to its end."""

    def __init__(self, browser, address, width=1280, height=900, scheme='light', has_script=True):
        target = browser.call('Target.createTarget', url='about:blank')['targetId']
        self.browser = browser
        self.session = browser.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network', 'Audits'):
            self.call(f'{domain}.enable')
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': scheme},
                                                          {'name': 'prefers-reduced-motion', 'value': 'reduce'}])
        self.call('Emulation.setScriptExecutionDisabled', value=not has_script)
        self.call('Emulation.setFocusEmulationEnabled', enabled=True)
        self.call('Page.navigate', url=address)
        while not self.happened('Page.loadEventFired'):
            self.browser.events.append(self.browser.receive())

    def call(self, method, **params):
        return self.browser.call(method, self.session, **params)

    def happened(self, method):
        """The parameters of each such event of this page so far."""
        return [event['params'] for event in self.browser.events
                if event.get('method') == method and event.get('sessionId') == self.session]

    def complaints(self):
        """What a developer's console would show."""
        return ([entry['entry']['text'] for entry in self.happened('Log.entryAdded')]
                + [str(entry['args']) for entry in self.happened('Runtime.consoleAPICalled')]
                + [entry['exceptionDetails']['text'] for entry in self.happened('Runtime.exceptionThrown')]
                + [entry['issue']['code'] for entry in self.happened('Audits.issueAdded')])

    def requests(self):
        return [entry['request']['url'] for entry in self.happened('Network.requestWillBeSent')]

    def evaluate(self, expression):
        """The value of an expression; a promise is waited for."""
        answer = self.call('Runtime.evaluate', expression=expression, returnByValue=True, awaitPromise=True)
        assert 'exceptionDetails' not in answer, answer.get('exceptionDetails')
        return answer['result'].get('value')

    def until(self, expression):
        """Waits for an expression to be true."""
        end = time.monotonic() + LATEST
        while not self.evaluate(expression):
            assert time.monotonic() < end, f'never true: {expression}'

    def press(self, *keys):
        for key in keys:
            code = {'key': key, 'code': key, 'windowsVirtualKeyCode': KEYS[key], 'nativeVirtualKeyCode': KEYS[key]}
            text = {'text': '\r'} if key == 'Enter' else {}
            self.call('Input.dispatchKeyEvent', type='keyDown', **code, **text)
            self.call('Input.dispatchKeyEvent', type='keyUp', **code)

    def write(self, text):
        self.call('Input.insertText', text=text)

    def screenshot(self, path, is_whole=False):
        picture = self.call('Page.captureScreenshot', format='png', captureBeyondViewport=is_whole)['data']
        with open(path, 'wb') as file:
            file.write(base64.b64decode(picture))
