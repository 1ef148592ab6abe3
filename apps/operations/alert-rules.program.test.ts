import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { all, at, type Plain, renderedSamplesOf, temporaryFolder, write } from '#testing';
import { prometheusProgram } from '../test/prometheus.ts';
import { alertRules } from './alert-rules.ts';
import type { Alert, AlertGroup, Seen } from './alerts/alert.ts';
import { alertGroups } from './alerts/index.ts';
import { rulesOf } from './alerts/rules.ts';

describe.each(await renderedSamplesOf(alertRules))('alerts on $name', ({ manifests }) => {
  test('are rules that Prometheus takes', async () => {
    const groups = all(manifests, 'PrometheusRule').flatMap((rule) => at(rule, 'spec.groups') as Plain[]);
    const folder = temporaryFolder();
    write(folder, { 'rules.yaml': stringify({ groups }) });
    const said = await prometheusProgram('promtool', [
      'check',
      'rules',
      '--lint=all',
      '--lint-fatal',
      join(folder, 'rules.yaml'),
    ]);
    expect(said).toContain('SUCCESS');
  });
});

describe.each(alertGroups('test'))('alerts about $name', (group) => {
  test.each(group.alerts)('$name fires when it should, and says what it is about', async (alert) => {
    await unitTest(group, alert, alert.cases.fires, [alertOf(group, alert)]);
  });

  test.each(group.alerts.filter(({ cases }) => cases.silent))('$name is silent otherwise', async (alert) => {
    await unitTest(group, alert, alert.cases.silent ?? {}, []);
  });
});

/** Has promtool run the rules of a group against what was seen. */
async function unitTest(group: AlertGroup, { name, cases }: Alert, seen: Seen, expected: unknown[]) {
  const folder = temporaryFolder();
  write(folder, {
    'rules.yaml': stringify({ groups: [rulesOf(group)] }),
    'test.yaml': stringify({
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: Object.entries(seen).map(([series, values]) => ({ series, values })),
          alert_rule_test: [{ eval_time: `${cases.after}m`, alertname: name, exp_alerts: expected }],
        },
      ],
    }),
  });
  await prometheusProgram('promtool', ['test', 'rules', join(folder, 'test.yaml')]);
}

/** The alert as Prometheus hands it on, with the labels of the series in its texts. */
function alertOf(group: AlertGroup, alert: Alert) {
  const about = alert.cases.about ?? {};
  const [rule] = rulesOf({ ...group, alerts: [alert] }).rules;
  const filled = (text: string): string =>
    text.replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => about[label] ?? '');
  return {
    exp_labels: { ...about, ...rule?.labels },
    exp_annotations: Object.fromEntries(
      Object.entries(rule?.annotations ?? {}).map(([key, text]) => [key, filled(text)]),
    ),
  };
}
