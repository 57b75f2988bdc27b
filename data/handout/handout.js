/* SPDX-FileCopyrightText: 2026 The Khatt authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Search, filters and arrow keys. Without it the page is whole: a picture whose marks are links to a list. */
'use strict';
(() => {
  const events = [...document.querySelectorAll('.event')];
  const marks = [...document.querySelectorAll('.links a')];
  const form = document.getElementById('filters');
  const search = document.querySelector('#search input');
  const count = document.getElementById('count');
  const shapes = count.dataset.digits;

  /* Letters that one types for each other are the same: the tables of the program, in short. */
  const fold = text => text.normalize('NFKD').toLowerCase()
    .replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670\u0300-\u036f\u2066-\u2069]/g, '')
    .replace(/[\u0671]/g, '\u0627').replace(/[\u0649\u06cc]/g, '\u064a').replace(/\u0629/g, '\u0647')
    .replace(/\u06a9/g, '\u0643')
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) - 0x6f0));
  const number = value => String(value).replace(/\d/g, digit => shapes ? shapes[digit] : digit);
  const texts = new Map();
  const textOf = event => {
    if (!texts.has(event))
      texts.set(event, fold(event.textContent));
    return texts.get(event);
  };

  const apply = () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const kinds = new Set([...form.querySelectorAll('input:checked')].map(box => box.value));
    let shown = 0;

    for (const event of events) {
      event.hidden = !kinds.has(event.dataset.kind) || !words.every(word => textOf(event).includes(word));
      shown += event.hidden ? 0 : 1;
    }
    for (const mark of marks)
      mark.classList.toggle('faded', mark.dataset.events === '1' && target(mark).hidden);
    count.textContent = count.dataset.pattern.replace('{shown}', number(shown))
      .replace('{all}', number(events.length));
    rove(marks.find(mark => mark.tabIndex === 0 && !mark.classList.contains('faded')) || visibleMarks()[0]);
  };

  const target = mark => document.getElementById(mark.getAttribute('href').slice(1));
  const visibleMarks = () => marks.filter(mark => !mark.classList.contains('faded'));

  /* Tab goes to one mark and on; arrows go from mark to mark in the order of time. */
  const rove = current => {
    for (const mark of marks)
      mark.setAttribute('tabindex', mark === current ? '0' : '-1');
  };
  const steps = towardsLater => ({
    ArrowDown: 1, ArrowUp: -1, ArrowRight: towardsLater, ArrowLeft: -towardsLater, Home: -Infinity, End: Infinity,
  });
  const move = (event, items, towardsLater) => {
    const step = steps(towardsLater)[event.key];
    const at = items.indexOf(document.activeElement);

    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return null;
    event.preventDefault();
    return items[Math.max(0, Math.min(items.length - 1, at + step))];
  };

  const links = document.querySelector('.links');
  links.addEventListener('keydown', event => {
    const next = move(event, visibleMarks(), links.dataset.time === 'rtl' ? -1 : 1);

    if (!next)
      return;
    rove(next);
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  /* Not on the picture itself, which some browsers would make a stop of Tab for it. */
  links.parentElement.addEventListener('focusin', event => rove(event.target.closest('a')));
  document.querySelector('.events').addEventListener('keydown', event => {
    const heads = events.filter(item => !item.hidden).map(item => item.querySelector('h3 a'));
    const next = event.key.endsWith('Left') || event.key.endsWith('Right') ? null : move(event, heads, 1);

    if (next)
      next.focus();
  });
  /* What is led to can be read on from there, also where a filter hid it. */
  window.addEventListener('hashchange', () => {
    const event = document.getElementById(location.hash.slice(1));

    if (event && event.matches('.event')) {
      event.hidden = false;
      event.querySelector('h3 a').focus();
    }
  });

  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape' && search.value) {
      search.value = '';
      apply();
    }
  });
  form.hidden = false;
  apply();
})();
