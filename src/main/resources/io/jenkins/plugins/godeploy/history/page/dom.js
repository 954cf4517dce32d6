/* Elements out of data that anybody may have written: text only, never markup, and no address but http and https. */
(function (goDeploy) {
  'use strict';

  const LONGEST = 80;
  const ESCAPES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]/g;
  const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

  /* Without the codes that colour a terminal; what steers writing direction or is no character to see is a \ufffd. */
  function clean(value) {
    return String(value).replace(ESCAPES, '').replace(/\t/g, ' ').replace(UNSEEN, '\ufffd');
  }

  function add(element, child) {
    if (Array.isArray(child)) {
      child.forEach(function (each) {
        add(element, each);
      });
    } else if (child !== null && child !== undefined) {
      element.append(child);
    }
  }

  /* An element; attributes are ours, never data, except through link, time and unknown. Null leaves one out. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes || {}).forEach(function ([key, value]) {
      if (value !== null && value !== undefined) {
        element.setAttribute(key, value);
      }
    });
    add(element, children);
    return element;
  }

  /* Text of unknown origin and length, apart from the writing direction of what is around it. */
  function unknown(value, longest) {
    const all = Array.from(clean(value));
    const most = longest || LONGEST;
    if (all.length <= most) {
      return make('bdi', {}, all.join(''));
    }
    const text = make('bdi', { tabindex: '-1' }, all.slice(0, most).join(''));
    const button = make(
      'button',
      {
        type: 'button',
        class: 'gd-more',
        'aria-label': goDeploy.words.fill('all.text', goDeploy.words.number(all.length)).join(''),
      },
      '…'
    );
    button.addEventListener('click', function () {
      text.textContent = all.join('');
      text.focus();
      button.remove();
    });
    return [text, button];
  }

  /* The same without a way to show the rest, for what is within a link, a button or a heading. */
  function brief(value, longest) {
    const all = Array.from(clean(value));
    const most = longest || LONGEST;
    return make('bdi', {}, all.length <= most ? all.join('') : all.slice(0, most - 1).join('') + '…');
  }

  function safe(url) {
    try {
      return ['http:', 'https:'].includes(new URL(url, document.baseURI).protocol);
    } catch (e) {
      return false;
    }
  }

  /* A link, or only its children where the address is none to follow. */
  function link(url, attributes, ...children) {
    const followed = url && (url.startsWith('#') || safe(url));
    return followed ? make('a', { ...attributes, href: url }, children) : make('span', attributes, children);
  }

  /* A table in a box of its own, which scrolls where it is too wide. Heads and cells may be nodes, strings or arrays. */
  function table(caption, heads, rows, attributes) {
    const head = make(
      'tr',
      {},
      heads.map(function (each) {
        return make('th', { scope: 'col' }, each);
      })
    );
    const body = rows.map(function (row) {
      return make(
        'tr',
        {},
        row.map(function (cell, i) {
          return i === 0 ? make('th', { scope: 'row' }, cell) : make('td', {}, cell);
        })
      );
    });
    return make(
      'div',
      { class: 'gd-scroll', tabindex: '0', role: 'group', 'aria-label': caption },
      make(
        'table',
        { class: 'jenkins-table gd-table', ...attributes },
        make('caption', { class: 'gd-unseen' }, caption),
        make('thead', {}, head),
        make('tbody', {}, body)
      )
    );
  }

  function section(key, title, ...children) {
    const id = 'gd-' + key;
    return make('section', { 'aria-labelledby': id, class: 'gd-section' }, make('h2', { id }, title), children);
  }

  /* Hidden until asked for; stays as it was when the page is drawn again. */
  function details(key, summary, ...children) {
    return make('details', { 'data-key': key, class: 'gd-details' }, make('summary', {}, summary), children);
  }

  goDeploy.dom = { clean, make, unknown, brief, link, table, section, details };
})((window.goDeploy = window.goDeploy || {}));
