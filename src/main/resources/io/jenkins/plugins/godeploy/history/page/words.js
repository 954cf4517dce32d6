/* The page's words, numbers and times, in the reader's language. */
(function (goDeploy) {
  'use strict';

  let texts = {};
  let language = 'en';
  let regions = [];

  /* Texts come in the language of the page; numbers and times in the reader's own kind of it. */
  function speak(all) {
    texts = all;
    language = all.language;
    const own = (navigator.languages || []).filter(function (tag) {
      return tag.split('-')[0] === language.split('-')[0];
    });
    regions = own.concat(language);
  }

  function text(key) {
    if (!(key in texts)) {
      throw new Error('No text ' + key);
    }
    return texts[key];
  }

  /* The text with nodes or strings put in for {0}, {1} …: an array of nodes and strings. */
  function fill(key, ...values) {
    return text(key)
      .split(/(\{\d\})/)
      .filter(function (part) {
        return part !== '';
      })
      .flatMap(function (part) {
        return /^\{\d\}$/.test(part) ? values[Number(part[1])] : part;
      });
  }

  function number(value, digits) {
    return new Intl.NumberFormat(regions, { maximumFractionDigits: digits || 0 }).format(value);
  }

  function percent(share) {
    return new Intl.NumberFormat(regions, { style: 'percent' }).format(share);
  }

  function unit(value, name) {
    return new Intl.NumberFormat(regions, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value);
  }

  function duration(millis) {
    if (millis < 1000) {
      return unit(millis, 'millisecond');
    }
    if (millis < 90e3) {
      return unit(millis / 1e3, 'second');
    }
    if (millis < 90 * 60e3) {
      return unit(millis / 60e3, 'minute');
    }
    return millis < 48 * 3600e3 ? unit(millis / 3600e3, 'hour') : unit(millis / 86400e3, 'day');
  }

  function bytes(count) {
    if (count < 1e3) {
      return unit(count, 'byte');
    }
    if (count < 1e6) {
      return unit(count / 1e3, 'kilobyte');
    }
    return count < 1e9 ? unit(count / 1e6, 'megabyte') : unit(count / 1e9, 'gigabyte');
  }

  function relative(date, now) {
    const format = new Intl.RelativeTimeFormat(regions, { style: 'short' });
    const seconds = Math.round((date - now) / 1000);
    const past = Math.abs(seconds);
    if (past < 60) {
      return format.format(seconds, 'second');
    }
    if (past < 3600) {
      return format.format(Math.trunc(seconds / 60), 'minute');
    }
    return past < 86400
      ? format.format(Math.trunc(seconds / 3600), 'hour')
      : format.format(Math.trunc(seconds / 86400), 'day');
  }

  /* To the second, in the order and the words of where the reader is. */
  function exact(date) {
    return new Intl.DateTimeFormat(navigator.languages, { dateStyle: 'medium', timeStyle: 'long' }).format(date);
  }

  function day(date) {
    return new Intl.DateTimeFormat(navigator.languages, { dateStyle: 'medium' }).format(date);
  }

  goDeploy.words = { speak, text, fill, number, percent, duration, bytes, relative, exact, day };
})((window.goDeploy = window.goDeploy || {}));
