import { defineApp, firstParty, keyOf } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';
import { druid } from '../stores/druid.ts';
import { kafka } from '../stores/kafka.ts';
import { supervisorOf, tables } from './system-datasets.ts';

const folder = '/specs';

/**
 * Gives Druid one supervisor after the other, and ends well when each of them reads. It asks again for some minutes
 * where Druid is not there or not ready; what Druid refuses is an error at once, with what it said. A supervisor that is
 * the same already goes on undisturbed.
 */
const script = `
druid() {
  curl --silent --show-error --fail-with-body --max-time 60 \\
    --retry "$TRIES" --retry-delay "$PAUSE" --retry-connrefused \\
    --user "$DRUID_USER:$DRUID_PASSWORD" "$@"
}
for spec in "$SPECS"/*.json; do
  name=$(basename "$spec" .json)
  echo "submitting $name"
  druid --json "@$spec" "$SUPERVISORS?skipRestartIfUnmodified=true"
  for _ in $(seq "$TRIES"); do
    status=$(druid "$SUPERVISORS/$name/status") || { echo "$status" >&2; exit 1; }
    case "$status" in *'"state":"RUNNING"'*) continue 2 ;; esac
    sleep "$PAUSE"
  done
  echo "$name does not run: $status" >&2
  exit 1
done
`.trimStart();

export const submitIngestion = defineApp({
  name: 'submit-ingestion',
  description: 'Has Druid read what programs of the platform say about themselves.',
  layer: 'processing',
  optional: true,
  namespace: 'submit-ingestion',
  seed: ['submit-ingestion'],
  chart: firstParty('service'),
  images: ['curl'],
  dependsOn: [druid, kafka],
  // What the API writes is little in every size.
  sizes: {
    small: { submit: { replicas: 1, cpu: '20m', memory: '64Mi' }, tasks: 1 },
    medium: { submit: { replicas: 1, cpu: '20m', memory: '64Mi' }, tasks: 1 },
    large: { submit: { replicas: 1, cpu: '20m', memory: '64Mi' }, tasks: 2 },
  },
  values: ({ image, of, secret, size: { submit, tasks } }): Values => {
    const { router, admin } = of(druid);
    const { bootstrap: broker, topics } = of(kafka);
    const bootstrap = `${broker.host}:${broker.port}`;
    const supervisors = [
      supervisorOf(tables.systemEvents, { topic: topics.systemEvents.name, bootstrap, tasks }),
      supervisorOf(tables.systemTelemetryEvents, {
        topic: topics.systemTelemetryEvents.name,
        bootstrap,
        tasks: 1,
      }),
    ];
    return {
      kind: 'Job',
      // A change of what is read is another run, because the name follows from it.
      deadlineSeconds: 1500,
      image: image('curl').reference,
      user: 100,
      command: ['/bin/sh', '-euc', script],
      env: {
        SPECS: folder,
        SUPERVISORS: `http://${router.host}:${router.port}/druid/indexer/v1/supervisor`,
        DRUID_USER: admin.name,
        DRUID_PASSWORD: keyOf(secret(admin.secret), 'password'),
        TRIES: 30,
        PAUSE: 10,
      },
      files: Object.fromEntries(
        supervisors.map((supervisor) => {
          const name = `${supervisor.spec.dataSchema.dataSource}.json`;
          return [name, { path: `${folder}/${name}`, json: supervisor }];
        }),
      ),
      resources: resourcesOf(submit),
    };
  },
});
