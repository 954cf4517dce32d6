/* Where the pages read: in Jenkins its answers, in a file what lies in it. */
(function (goDeploy) {
  'use strict';

  const PAGE = 50;

  function query(values) {
    const parameters = new URLSearchParams();
    Object.entries(values).forEach(function ([key, value]) {
      if (value !== null && value !== undefined && value !== '') {
        parameters.set(key, String(value));
      }
    });
    return parameters.toString();
  }

  /* base: address of /go-deploy/, with its slash; job: full name, for the page of a job; null for all. */
  function jenkins(base, job) {
    async function read(what, values) {
      const answer = await fetch(base + 'data/' + what + '?' + query(values), { headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        throw new Error('HTTP ' + answer.status);
      }
      return answer.json();
    }
    return {
      spans: [7, 30, 90, 365],
      refreshes: true,
      overviewUrl: base,
      environmentUrl: (service, environment) => base + 'environment?' + query({ service, environment }),
      overview: (days) => read('overview', { days, job }),
      environment: (service, environment, days) => read('environment', { service, environment, days }),
      timeline: (service, environment, before) => read('timeline', { service, environment, before }),
      list: (text, before) => read('list', { text, before, job }),
    };
  }

  function fits(deployment, wanted) {
    const names = [deployment.service, deployment.environment, deployment.version, deployment.release, deployment.actor];
    return (
      (deployment.commit || '').startsWith(wanted) ||
      names.concat(deployment.hosts).some((each) => (each || '').toLowerCase().includes(wanted))
    );
  }

  function file(data) {
    return {
      spans: [],
      refreshes: false,
      overviewUrl: '#',
      environmentUrl: (service, environment) => '#' + query({ service, environment }),
      overview: async () => data.overview,
      environment: async function (service, environment) {
        const of = data.environments.find((each) => each.cell.service === service && each.cell.environment === environment);
        return of || {};
      },
      timeline: async () => ({ deployments: [], next: null }),
      list: async function (text, before) {
        const wanted = text.toLowerCase();
        const all = data.deployments.filter((each) => (before === null || each.number < before) && fits(each, wanted));
        return { deployments: all.slice(0, PAGE), next: all.length > PAGE ? all[PAGE - 1].number : null };
      },
    };
  }

  goDeploy.source = { jenkins, file };
})((window.goDeploy = window.goDeploy || {}));
