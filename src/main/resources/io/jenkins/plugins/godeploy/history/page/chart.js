/* The four keys over time, drawn small; the numbers are in a table beside it. */
(function (goDeploy) {
  'use strict';

  const { make } = goDeploy.dom;
  const words = goDeploy.words;
  const WIDTH = 240;
  const HEIGHT = 60;

  function svg(name, attributes) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  }

  /* Bars from the time's beginning to its end; where there is no number, there is none. */
  function bars(values) {
    const most = Math.max(...values.map((value) => value || 0)) || 1;
    const width = WIDTH / values.length;
    const drawing = svg('svg', { viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, class: 'gd-bars', 'aria-hidden': 'true' });
    values.forEach(function (value, i) {
      if (value !== null) {
        const height = Math.max(1, (value / most) * HEIGHT);
        drawing.append(svg('rect', { x: i * width + 1, y: HEIGHT - height, width: width - 2, height }));
      }
    });
    return drawing;
  }

  function chart(box, parts) {
    const days = (new Date(parts[0].until) - new Date(parts[0].from)) / 86400e3;
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', words.text('keys.chart'));
    goDeploy.parts.KEYS.forEach(function (which) {
      box.append(
        make(
          'figure',
          { class: 'gd-figure' },
          bars(parts.map((part) => which.of(part, days))),
          make('figcaption', {}, words.text('keys.' + which.name))
        )
      );
    });
  }

  goDeploy.chart = chart;
})((window.goDeploy = window.goDeploy || {}));
