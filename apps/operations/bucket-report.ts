import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf } from '../pods.ts';
import { rcloneVariables } from '../rclone.ts';

const run = { replicas: 1, cpu: '20m', memory: '64Mi' };
const purposes = ['backups', 'checkpoints', 'lakehouse', 'storage'] as const;

export const bucketReport = defineApp({
  name: 'bucket-report',
  description:
    'Says how much is in each folder of each bucket, and how old the newest file is: backups that stopped.',
  layer: 'operations',
  optional: true,
  namespace: 'bucket-report',
  // Whose exporter knows one cloud of four, and was last released in 2021.
  seed: ['s3-exporter'],
  chart: firstParty('service'),
  images: ['rclone'],
  uses: ['prometheus-pushgateway'],
  secrets: { 'object-store': objectStoreSecrets['object-store'] },
  // Every file is listed, which takes the longer the more there are.
  sizes: {
    small: { run, schedule: '10 * * * *' },
    medium: { run, schedule: '10 */3 * * *' },
    large: { run: { ...run, cpu: '100m', memory: '128Mi' }, schedule: '10 */6 * * *' },
  },
  values: ({ environment, size, image, bucket, of, secret }): Values => {
    const { host, port } = of('prometheus-pushgateway').push;
    return {
      kind: 'CronJob',
      schedule: size.schedule,
      deadlineSeconds: 3000,
      image: image('rclone').reference,
      user: 1000,
      command: ['sh', '-euc', report],
      env: {
        ...rcloneVariables(environment.cloud, () => secret('object-store')),
        BUCKETS: purposes.map((purpose) => bucket(purpose, 'read').name).join(' '),
        GATEWAY: `http://${host}:${port}/metrics/job/bucket-report`,
        TZ: 'UTC',
      },
      resources: resourcesOf(size.run, '512Mi'),
    };
  },
});

/** Pushed whole, or not at all: a bucket that cannot be listed ends the run, and the last report grows old. */
const report = `\
cd "$(mktemp -d)"
for bucket in $BUCKETS; do
  rclone lsf --dirs-only "store:$bucket" > folders
  while read -r folder; do
    rclone lsf --recursive --files-only --use-server-modtime --format ts --separator ' ' "store:$bucket/$folder" > files < /dev/null
    awk -v labels="bucket=\\"$bucket\\",folder=\\"\${folder%/}\\"" '
      { gsub(/[-:]/, " ", $1); gsub(/[-:]/, " ", $2); at = mktime($1 " " $2); bytes += $3; if (at > newest) newest = at }
      END { printf "%s\\t%d\\t%.0f\\t%d\\n", labels, NR, bytes, newest }
    ' files >> all
  done < folders
done
touch all
awk -F '\\t' '
  { files[$1] = $2; bytes[$1] = $3; newest[$1] = $4 }
  END {
    print "# TYPE bucket_files gauge"; for (of in files) printf "bucket_files{%s} %s\\n", of, files[of]
    print "# TYPE bucket_bytes gauge"; for (of in bytes) printf "bucket_bytes{%s} %s\\n", of, bytes[of]
    print "# TYPE bucket_newest_file_timestamp_seconds gauge"
    for (of in newest) printf "bucket_newest_file_timestamp_seconds{%s} %s\\n", of, newest[of]
  }
' all > report
cat report
wget -q -O - --header 'Content-Type: text/plain' --post-file report "$GATEWAY"
`;
