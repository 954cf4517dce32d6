/* What several pages show: states, times, builds, the four keys. */
(function (goDeploy) {
  'use strict';

  const { make, unknown, brief, link, table } = goDeploy.dom;
  const words = goDeploy.words;
  const { text, fill } = words;

  /* One shape for each state, so that none is told by its colour alone; paths in a square of 16. */
  const SHAPES = {
    healthy: ['good', 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.7 5.2-4.4 5-.8.8-3-3 1-1 2 2 3.9-4.5Z'],
    rolledback: ['good', 'M6 2 1 6l5 4V7.3h4a2.7 2.7 0 0 1 0 5.4H5V15h5a5 5 0 0 0 0-10H6Z'],
    returned: ['warn', 'M6 2 1 6l5 4V7.3h4a2.7 2.7 0 0 1 0 5.4H5V15h5a5 5 0 0 0 0-10H6Z'],
    partial: ['warn', 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z'],
    failed: ['bad', 'M4.5 1h7L15 4.5v7L11.5 15h-7L1 11.5v-7Zm.2 5 2 2-2 2L6 11.300l2-2 2 2L11.300 10l-2-2 2-2L10 4.700l-2 2-2-2Z'],
    stopped: ['warn', 'M2 2h12v12H2Z'],
    refused: ['bad', 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM4 7h8v2H4Z'],
    never: ['none', 'M3 7h10v2H3Z'],
  };

  function icon(state) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('class', 'gd-icon gd-icon--' + SHAPES[state][0]);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', SHAPES[state][1]);
    path.setAttribute('fill-rule', 'evenodd');
    svg.append(path);
    return svg;
  }

  function state(name) {
    return make('span', { class: 'gd-state' }, icon(name), text('state.' + name));
  }

  function result(name) {
    return make(
      'span',
      { class: 'gd-state' },
      icon(name === 'succeeded' ? 'healthy' : name),
      text('result.' + name)
    );
  }

  /* How long ago; exactly when on hover and, outside of links, on focus. */
  function time(iso, inside) {
    const date = new Date(iso);
    const exact = words.exact(date);
    return make(
      'time',
      {
        datetime: iso,
        class: 'gd-time',
        title: exact,
        'data-exact': exact,
        tabindex: inside ? null : '0',
      },
      words.relative(date, Date.now())
    );
  }

  /* Brings all times up to date where they stand. */
  function age(root) {
    root.querySelectorAll('time.gd-time').forEach(function (each) {
      const now = words.relative(new Date(each.dateTime), Date.now());
      if (each.textContent !== now) {
        each.textContent = now;
      }
    });
  }

  /* A version; the release's ID where it has none. */
  function version(deployment) {
    const name = deployment.version || deployment.release;
    return make('span', { class: 'gd-version' }, name ? brief(name, 40) : text('unknown'));
  }

  function build(of) {
    if (!of) {
      return make('span', { class: 'gd-quiet' }, text('commandline'));
    }
    return link(of.url, { class: 'gd-build' }, of.job ? [brief(of.job, 60), ' #' + of.number] : brief(of.url, 60));
  }

  function actor(name) {
    return name ? unknown(name, 40) : text('unknown');
  }

  function hash(commit) {
    return make('code', {}, brief(String(commit).slice(0, 10)));
  }

  const KEYS = [
    { name: 'frequency', better: 'up', of: frequency, show: (n) => words.number(n, 1) },
    { name: 'lead', better: 'down', of: (keys) => keys.leadMillis, show: words.duration },
    { name: 'failures', better: 'down', of: (keys) => keys.failureRate, show: words.percent },
    { name: 'restore', better: 'down', of: (keys) => keys.restoreMillis, show: words.duration },
  ];

  function frequency(keys, days) {
    return (keys.deployments * 7) / days;
  }

  /* A number, and how it compares with that of the time before. */
  function key(which, row, days) {
    const now = which.of(row.now, days);
    const before = row.before === null ? null : which.of(row.before, days);
    if (now === null) {
      return '–';
    }
    if (before === null) {
      return which.show(now);
    }
    const way = now > before ? 'up' : now < before ? 'down' : 'same';
    const mood = way === 'same' ? 'none' : way === which.better ? 'good' : 'warn';
    return [
      which.show(now),
      ' ',
      make('span', { 'aria-hidden': 'true', class: 'gd-icon--' + mood }, { up: '↑', down: '↓', same: '=' }[way]),
      make('span', { class: 'gd-unseen' }, text('keys.' + way)),
      ' ',
      make('span', { class: 'gd-quiet' }, fill('keys.before', which.show(before))),
    ];
  }

  /* A table of four keys; names gives the nodes that begin a row. */
  function keys(caption, heads, rows, days, names) {
    return table(
      caption,
      heads.concat(KEYS.map((which) => text('keys.' + which.name))),
      rows.map((row) => names(row).concat(KEYS.map((which) => key(which, row, days))))
    );
  }

  function keysExplained() {
    return goDeploy.dom.details(
      'keys-what',
      text('keys.what'),
      make(
        'dl',
        { class: 'gd-terms' },
        KEYS.map((which) => [
          make('dt', {}, text('keys.' + which.name)),
          make('dd', {}, text('keys.' + which.name + '.what')),
        ])
      ),
      make('p', {}, text('keys.trend'))
    );
  }

  /* The last lines of a service's log. */
  function log(host) {
    return [
      make('h3', {}, fill('log', brief(host.name))),
      make(
        'pre',
        { class: 'gd-log', tabindex: '0' },
        host.log.map((line) => [unknown(line, 400), '\n'])
      ),
    ];
  }

  goDeploy.parts = { icon, state, result, time, age, version, build, actor, hash, KEYS, keys, keysExplained, log };
})((window.goDeploy = window.goDeploy || {}));
