/* One service in one environment: what serves, its hosts, what changed, its deployments. */
(function (goDeploy) {
  'use strict';

  const { make, unknown, brief, link, table, section, details } = goDeploy.dom;
  const words = goDeploy.words;
  const { text, fill } = words;
  const parts = goDeploy.parts;

  /* The hosts by what they serve. */
  function groups(running) {
    const groups = new Map();
    running.forEach(function (each) {
      groups.set(each.release, (groups.get(each.release) || []).concat(each));
    });
    return Array.from(groups.values());
  }

  function answer(model) {
    const total = String(model.running.length);
    const lines = groups(model.running).map(function (hosts) {
      const first = hosts[0];
      const since = hosts.map((each) => each.since).sort()[0];
      return make(
        'li',
        {},
        first.release
          ? fill('serves', make('strong', {}, parts.version(first)), String(hosts.length), total)
          : fill('serves.nothing', String(hosts.length), total),
        ' · ',
        parts.time(since),
        ' · ',
        fill('by', parts.actor(first.actor)),
        ' · ',
        parts.build(first.build)
      );
    });
    return make(
      'div',
      { class: 'gd-answer' },
      parts.state(model.cell.state),
      make('ul', {}, lines)
    );
  }

  /* Why a deployment did not end well: its sentence, those of its hosts, and what their services said. */
  function reasons(deployment) {
    const hosts = deployment.hosts.filter((host) => host.message || host.log.length > 0);
    return [
      deployment.message ? make('p', {}, unknown(deployment.message, 400)) : null,
      hosts.map((host) => [
        host.message ? make('p', {}, make('strong', {}, brief(host.name)), ': ', unknown(host.message, 400)) : null,
        host.log.length > 0 ? parts.log(host) : null,
      ]),
    ];
  }

  function why(latest) {
    if (!latest || latest.result === 'succeeded') {
      return null;
    }
    return section(
      'why',
      text('why'),
      make('p', {}, fill('last', [parts.version(latest), ' ', parts.result(latest.result), ' ', parts.time(latest.endedAt)])),
      reasons(latest)
    );
  }

  function phases(durations) {
    const all = Object.entries(durations);
    if (all.length === 0) {
      return '–';
    }
    const total = all.reduce((sum, [, millis]) => sum + millis, 0);
    return [
      words.duration(total),
      make(
        'div',
        { class: 'gd-quiet' },
        all.map(([phase, millis]) => text('phase.' + phase) + ' ' + words.duration(millis)).join(' · ')
      ),
    ];
  }

  function hosts(model) {
    const told = new Map((model.latest ? model.latest.hosts : []).map((host) => [host.name, host]));
    const rows = model.running.map(function (each) {
      const host = told.get(each.host);
      return [
        unknown(each.host, 60),
        each.release ? make('code', {}, brief(each.release, 60)) : text('nothing'),
        parts.time(each.since),
        text('proof.' + each.proof),
        host ? parts.result(host.result) : '–',
        host && host.platform ? brief(host.platform, 30) : '–',
        host && host.restartGapMillis !== null ? words.duration(host.restartGapMillis) : '–',
        host ? words.bytes(host.bytesSent) : '–',
        host ? phases(host.durations) : '–',
      ];
    });
    const heads = ['host', 'version', 'when', 'proof', 'result', 'platform', 'gap', 'sent', 'duration'];
    return section('hosts', text('hosts'), table(text('hosts'), heads.map(text), rows));
  }

  function changes(of) {
    if (of === null) {
      return section('changes', text('changes'), make('p', {}, text('changes.unknown')));
    }
    const commits = table(
      text('changes'),
      ['commit', 'subject', 'author', 'when'].map(text),
      of.commits.map((each) => [
        parts.hash(each.hash),
        unknown(each.subject, 120),
        unknown(each.author, 40),
        parts.time(each.date),
      ])
    );
    const modules = table(
      text('module'),
      ['module', 'module.before', 'module.after'].map(text),
      of.modules.map((each) => [
        unknown(each.path),
        each.before ? brief(each.before, 40) : text('module.added'),
        each.after ? brief(each.after, 40) : text('module.removed'),
      ])
    );
    return section(
      'changes',
      text('changes'),
      make('p', {}, fill('changes.of', brief(of.before, 40), brief(of.after, 40))),
      of.commits.length > 0
        ? [make('p', {}, fill('changes.people', String(of.commits.length), String(of.people))), commits]
        : make('p', {}, text('changes.none')),
      of.complete ? null : make('p', {}, text('changes.incomplete')),
      of.modules.length > 0 ? modules : null
    );
  }

  function deployment(each) {
    const good = each.hosts.filter((host) => host.result === 'succeeded').length;
    const summary = [
      make('span', { class: 'gd-quiet' }, '#' + each.number),
      ' ',
      parts.version(each),
      each.kind === 'rollback' ? ' (' + text('kind.rollback') + ')' : '',
      ' ',
      parts.result(each.result),
      ' ',
      parts.time(each.startedAt, true),
    ];
    const rows = each.hosts.map((host) => [
      unknown(host.name, 60),
      parts.result(host.result),
      host.serves ? make('code', {}, brief(host.serves, 60)) : text('nothing'),
      phases(host.durations),
    ]);
    return make(
      'li',
      {},
      details(
        'deployment-' + each.number,
        summary,
        make(
          'p',
          {},
          fill('by', parts.actor(each.actor)),
          ' · ',
          parts.build(each.build),
          ' · ',
          fill('hosts.of', String(good), String(each.hosts.length)),
          ' · ',
          fill('took', words.duration(each.durationMillis)),
          ' · ',
          words.bytes(each.bytesSent),
          each.commit ? [' · ', parts.hash(each.commit)] : null
        ),
        table(text('hosts'), ['host', 'result', 'version', 'duration'].map(text), rows),
        reasons(each)
      )
    );
  }

  function timeline(first, view, source, failed) {
    const box = make('ol', { class: 'gd-timeline' });
    const older = make('button', { type: 'button', class: 'jenkins-button' }, text('list.older'));
    let next = null;
    function draw(page) {
      next = page.next;
      older.hidden = next === null;
      box.append(...page.deployments.map(deployment));
    }
    older.addEventListener('click', function () {
      source.timeline(view.service, view.environment, next).then(draw, failed);
    });
    draw(first);
    return section('timeline', text('timeline'), box, make('div', { class: 'gd-older' }, older));
  }

  function keys(model) {
    const box = make('div', { class: 'gd-chart' });
    const node = section(
      'keys',
      fill('keys.of', String(model.days)),
      parts.keys(text('keys'), [text('environment')], [model.keys], model.days, () => [brief(model.cell.environment, 40)]),
      box,
      details(
        'keys-table',
        text('keys.table'),
        table(
          text('keys.table'),
          [text('keys.from')].concat(parts.KEYS.map((which) => text('keys.' + which.name))),
          model.parts.map(function (part) {
            const days = (new Date(part.until) - new Date(part.from)) / 86400e3;
            return [words.day(new Date(part.from))].concat(
              parts.KEYS.map(function (which) {
                const value = which.of(part, days);
                return value === null ? '–' : which.show(value);
              })
            );
          })
        )
      ),
      parts.keysExplained()
    );
    goDeploy.chart(box, model.parts);
    return node;
  }

  function environment(model, view, source, again, failed) {
    const all = link(source.overviewUrl, { class: 'gd-all' }, text('all'));
    if (!model.cell) {
      return [all, make('p', { class: 'gd-notice' }, fill('nowhere', brief(view.service), brief(view.environment)))];
    }
    const title = fill('title.environment', brief(view.service), brief(view.environment));
    return [
      all,
      make('h2', { class: 'gd-title' }, title),
      answer(model),
      why(model.latest),
      hosts(model),
      changes(model.changes),
      timeline(model.timeline, view, source, failed),
      keys(model),
    ];
  }

  goDeploy.environment = environment;
})((window.goDeploy = window.goDeploy || {}));
