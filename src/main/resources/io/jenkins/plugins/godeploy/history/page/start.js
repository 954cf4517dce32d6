/* Draws the page, and draws it again when there is something new and nobody is at it. */
(function (goDeploy) {
  'use strict';

  const REFRESH = 20e3;
  const AGE = 30e3;

  function start(root) {
    const { make, clean } = goDeploy.dom;
    const { text, fill, exact } = goDeploy.words;
    const file = document.getElementById('gd-data');
    const source = file
      ? goDeploy.source.file(JSON.parse(file.textContent))
      : goDeploy.source.jenkins(root.dataset.base, root.dataset.job || null);
    const view = { search: '', days: null, service: null, environment: null };
    const live = make('p', { role: 'status', class: 'gd-live' });
    const newer = make('button', { type: 'button', class: 'jenkins-button', hidden: '' }, text('newer.show'));
    const page = make('div', { class: 'gd-page' });
    root.replaceChildren(make('div', { class: 'gd-bar' }, live, newer), page);
    let drawn = '';
    let waiting = null;

    function where() {
      const asked = new URLSearchParams(source.refreshes ? location.search : location.hash.slice(1));
      const environment = root.dataset.view === 'environment' || !source.refreshes;
      view.service = environment ? asked.get('service') : null;
      view.environment = environment ? asked.get('environment') : null;
    }

    function read() {
      return view.service !== null
        ? source.environment(view.service, view.environment, view.days)
        : source.overview(view.days);
    }

    /* What of an answer would change the page; that time goes by is no news. */
    function news(model) {
      return JSON.stringify({ ...model, now: null });
    }

    function draw(model) {
      const open = new Set(Array.from(page.querySelectorAll('details[open]'), (each) => each.dataset.key));
      const drawing = view.service !== null ? goDeploy.environment : goDeploy.overview;
      const focused = page.contains(document.activeElement) ? document.activeElement.id : '';
      page.replaceChildren(...drawing(model, view, source, again, failed).flat(Infinity).filter(Boolean));
      page.querySelectorAll('details').forEach(function (each) {
        each.open = open.has(each.dataset.key);
      });
      if (focused) {
        document.getElementById(focused).focus();
      }
      drawn = news(model);
      waiting = null;
      newer.hidden = true;
      document.title =
        view.service !== null
          ? clean([view.service, view.environment].join(' · ')).slice(0, 120)
          : text('title');
    }

    function failed(error) {
      const again1 = make('button', { type: 'button', class: 'jenkins-button' }, text('loading.again'));
      again1.addEventListener('click', again);
      live.replaceChildren(...fill('loading.failed', clean(error.message).slice(0, 200), again1).flat());
      live.classList.add('gd-live--failed');
    }

    function told(model) {
      live.classList.remove('gd-live--failed');
      if (source.refreshes) {
        live.textContent = fill('refreshed', exact(new Date(model.now || Date.now()))).join('');
      } else {
        live.textContent = '';
      }
    }

    function again() {
      return read().then(function (model) {
        draw(model);
        told(model);
      }, failed);
    }

    /* Whether a change would move what somebody points at, reads out or has chosen. */
    function busy() {
      return page.matches(':hover') || page.contains(document.activeElement) || !getSelection().isCollapsed;
    }

    function refresh() {
      if (document.hidden) {
        return Promise.resolve();
      }
      return read().then(function (model) {
        if (news(model) === drawn) {
          told(model);
          return;
        }
        if (!busy()) {
          draw(model);
          told(model);
          return;
        }
        waiting = model;
        live.textContent = text('newer');
        newer.hidden = false;
      }, failed);
    }

    newer.addEventListener('click', function () {
      const model = waiting;
      draw(model);
      told(model);
    });
    window.addEventListener('hashchange', function () {
      if (!source.refreshes) {
        where();
        again().then(() => window.scrollTo(0, 0));
      }
    });
    where();
    live.textContent = text('loading');
    const ready = again();
    setInterval(() => goDeploy.parts.age(page), AGE);
    if (source.refreshes) {
      setInterval(refresh, REFRESH);
    }
    return { ready, refresh };
  }

  document.addEventListener('DOMContentLoaded', function () {
    const root = document.getElementById('go-deploy');
    goDeploy.words.speak(JSON.parse(root.dataset.texts));
    goDeploy.page = start(root);
  });
})((window.goDeploy = window.goDeploy || {}));
