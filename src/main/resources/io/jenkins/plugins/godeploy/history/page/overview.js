/* What runs where: services and environments, the four keys, the newest deployments. */
(function (goDeploy) {
  'use strict';

  const { make, brief, link, table, section, details } = goDeploy.dom;
  const { text, fill } = goDeploy.words;
  const parts = goDeploy.parts;
  const WAIT = 250;

  function hostsOf(deployment) {
    return fill('hosts.of', String(deployment.goodHosts), String(deployment.hosts.length));
  }

  /* What serves, in a word or two. */
  function serving(cell) {
    if (cell.serves.length === 0) {
      return text('nothing');
    }
    return cell.serves.length === 1 ? parts.version(cell.serves[0]) : text('mixed');
  }

  function cellOf(cell, source) {
    const good = cell.state === 'healthy' || cell.state === 'rolledback';
    const brought = cell.brought || cell.latest;
    return [
      link(
        source.environmentUrl(cell.service, cell.environment),
        { class: 'gd-cell' },
        parts.icon(cell.state),
        serving(cell),
        ' ',
        parts.time(cell.since || cell.latest.endedAt, true)
      ),
      make(
        'div',
        { class: 'gd-quiet' },
        good
          ? text('state.' + cell.state)
          : [
              fill('attempt', parts.version(cell.latest), text('state.' + cell.state), parts.time(cell.latest.endedAt, true)),
              cell.state === 'partial' || cell.state === 'failed' ? [' · ', hostsOf(cell.latest)] : null,
            ]
      ),
      make('div', { class: 'gd-quiet' }, fill('by', brief(brought.actor || text('unknown'), 30)), ' · ', parts.build(brought.build)),
    ];
  }

  function never() {
    return make('span', { class: 'gd-state gd-quiet' }, parts.icon('never'), text('never'));
  }

  /* What a search looks at in a row. */
  function haystack(row) {
    const found = [row.service];
    row.cells.forEach(function (cell) {
      [cell.brought, cell.latest].filter(Boolean).forEach(function (each) {
        found.push(each.environment, each.version, each.release, each.commit, each.actor, ...each.hosts);
      });
    });
    return found.filter(Boolean).join('\n').toLowerCase();
  }

  function matrix(model, source) {
    const rows = model.services.map(function (row) {
      const cells = model.environments.map(function (environment) {
        const cell = row.cells.find((each) => each.environment === environment);
        return make(
          'td',
          {},
          make('div', { class: 'gd-label', 'aria-hidden': 'true' }, brief(environment, 40)),
          cell ? cellOf(cell, source) : never()
        );
      });
      const line = make('tr', {}, make('th', { scope: 'row' }, brief(row.service, 60)), cells);
      return { line, haystack: haystack(row) };
    });
    const box = table(text('matrix'), [text('service')].concat(model.environments.map((each) => brief(each, 40))), [], {
      class: 'jenkins-table gd-table gd-matrix',
    });
    box.querySelector('tbody').append(...rows.map((row) => row.line));
    const none = make('p', { hidden: '' }, text('search.none'));
    return {
      nodes: [box, none],
      search(wanted) {
        let shown = 0;
        rows.forEach(function (row) {
          row.line.hidden = !row.haystack.includes(wanted.trim().toLowerCase());
          shown += row.line.hidden ? 0 : 1;
        });
        none.hidden = shown > 0;
      },
    };
  }

  function keys(model) {
    const of = (all) => model.keys.filter((row) => (row.service === null) === all);
    return section(
      'keys',
      fill('keys.of', String(model.days)),
      parts.keys(text('keys'), [text('environment')], of(true), model.days, (row) => [brief(row.environment, 40)]),
      details(
        'keys-services',
        text('keys.services'),
        parts.keys(text('keys.services'), [text('service'), text('environment')], of(false), model.days, (row) => [
          brief(row.service, 60),
          brief(row.environment, 40),
        ])
      ),
      parts.keysExplained()
    );
  }

  function lineOf(source) {
    return function (each) {
      return [
        '#' + each.number,
        link(source.environmentUrl(each.service, each.environment), {}, brief(each.service, 60)),
        brief(each.environment, 40),
        [parts.version(each), each.kind === 'rollback' ? ' (' + text('kind.rollback') + ')' : ''],
        parts.result(each.result),
        hostsOf(each),
        parts.time(each.startedAt),
        parts.actor(each.actor),
        parts.build(each.build),
      ];
    };
  }

  /* The newest deployments, or those that fit a search; older ones are read when they are asked for. */
  function list(first, source, failed) {
    const heads = ['number', 'service', 'environment', 'version', 'result', 'hosts', 'when', 'who', 'build'];
    const box = make('div', {});
    const older = make('button', { type: 'button', class: 'jenkins-button' }, text('list.older'));
    const title = make('span', {}, text('list'));
    let shown = [];
    let next = null;
    let wanted = '';

    function draw(page) {
      shown = shown.concat(page.deployments);
      next = page.next;
      older.hidden = next === null;
      box.replaceChildren(
        shown.length === 0
          ? make('p', {}, text('list.none'))
          : table(text(wanted ? 'list.found' : 'list'), heads.map(text), shown.map(lineOf(source)))
      );
    }

    older.addEventListener('click', function () {
      source.list(wanted, next).then(draw, failed);
    });
    draw(first);
    return {
      node: section('list', title, box, make('div', { class: 'gd-older' }, older)),
      search(text1) {
        const asked = text1.trim();
        wanted = asked;
        return source.list(asked, null).then(function (page) {
          if (wanted === asked) {
            title.textContent = text(asked ? 'list.found' : 'list');
            shown = [];
            draw(page);
          }
        }, failed);
      },
    };
  }

  function empty(model) {
    if (!model.example) {
      return make('p', { class: 'gd-notice' }, text('empty.' + model.empty));
    }
    return make(
      'div',
      { class: 'gd-notice' },
      make('h2', {}, text('empty')),
      make('p', {}, text('empty.what')),
      make('pre', { class: 'gd-log', tabindex: '0' }, model.example)
    );
  }

  /* What was typed and chosen, kept while the page is drawn again. */
  function controls(view, source, model, changed) {
    const search = make('input', { type: 'search', id: 'gd-search', class: 'jenkins-input', autocomplete: 'off' });
    search.value = view.search;
    let timer = 0;
    search.addEventListener('input', function () {
      view.search = search.value;
      changed.search(false);
      clearTimeout(timer);
      timer = setTimeout(() => changed.search(true), WAIT);
    });
    const box = make(
      'div',
      { class: 'gd-controls' },
      make('div', { class: 'gd-control gd-control--wide' }, make('label', { for: 'gd-search' }, text('search')), search)
    );
    if (source.spans.length > 0) {
      const span = make(
        'select',
        { id: 'gd-span', class: 'jenkins-select__input' },
        source.spans.map((days) => make('option', { value: String(days) }, fill('span.days', String(days))))
      );
      span.value = String(model.days);
      span.addEventListener('change', function () {
        view.days = Number(span.value);
        changed.span();
      });
      box.append(
        make(
          'div',
          { class: 'gd-control' },
          make('label', { for: 'gd-span' }, text('span')),
          make('div', { class: 'jenkins-select' }, span)
        )
      );
    }
    return box;
  }

  /* view: what the reader chose; again: reads and draws the page once more; failed: tells an error. */
  function overview(model, view, source, again, failed) {
    if (model.services.length === 0) {
      return [empty(model)];
    }
    const services = matrix(model, source);
    const deployments = list(model.list, source, failed);
    const changed = {
      search(all) {
        services.search(view.search);
        return all ? deployments.search(view.search) : null;
      },
      span: again,
    };
    const nodes = [
      controls(view, source, model, changed),
      section('matrix', text('matrix'), services.nodes),
      keys(model),
      deployments.node,
    ];
    if (view.search) {
      changed.search(true);
    }
    return nodes;
  }

  goDeploy.overview = overview;
})((window.goDeploy = window.goDeploy || {}));
