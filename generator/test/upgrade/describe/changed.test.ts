import { describe, expect, test } from 'vitest';
import { changedImages } from '../../../src/render/changed-images.ts';
import { changedObjects } from '../../../src/render/changed-objects.ts';
import { replacedPods } from '../../../src/render/changed-pods.ts';
import { changedResources } from '../../../src/render/changed-resources.ts';

const service = (name: string, port: number, chart = 'web-1.0.0'): string =>
  `# Source: web/templates/service.yaml
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels:
    helm.sh/chart: ${chart}
spec:
  ports: [{ port: ${port} }]
`;
const stream = (...documents: readonly string[]): string =>
  documents.map((document) => `---\n${document}`).join('');

const workload = (image: string, cpu: string, label: string, replicas = 1): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: ${replicas}
  template:
    metadata:
      labels:
        helm.sh/chart: ${label}
    spec:
      containers:
        - name: main
          image: ${image}
          resources: { requests: { cpu: ${cpu} }, limits: { memory: 1Gi } }
`;

describe('objects of two renders', () => {
  const changes = (before: string, after: string) =>
    changedObjects(before, after).map(({ object, change }) => `${change} ${object}`);

  test('differ by name, not by order, nor by the template that they came from', () => {
    const [a, b] = [service('a', 1), service('b', 2)];
    expect(changes(stream(a, b), stream(b, a.replace('service.yaml', 'other.yaml')))).toEqual([]);
    expect(changes(stream(a), stream(a.replace('port: 1', 'port: 3'), b))).toEqual([
      'changed Service/a',
      'added Service/b',
    ]);
    expect(changes(stream(a, b), stream(b))).toEqual(['removed Service/a']);
  });

  test('that got other version labels, more of them or fewer, are told from those that changed', () => {
    const before = service('a', 1);
    expect(changes(before, service('a', 1, 'web-1.1.0'))).toEqual(['relabeled Service/a']);
    const more = before.replace('  labels:\n', '  labels:\n    app.kubernetes.io/version: "1.2"\n');
    expect(changes(before, more)).toEqual(['relabeled Service/a']);
    expect(changes(before, before.replace('helm.sh/chart', 'example.org/chart'))).toEqual([
      'changed Service/a',
    ]);
  });
});

describe('pods', () => {
  test('are replaced by a label in their template, and not by how many there are', () => {
    const before = workload('docker.io/a/web:1', '1', 'web-1.0.0');
    const replaced = (after: string): string[] => replacedPods(changedObjects(before, after));
    expect(replaced(workload('docker.io/a/web:1', '1', 'web-1.1.0'))).toEqual(['Deployment/shop/web']);
    expect(replaced(workload('docker.io/a/web:1', '1', 'web-1.0.0', 3))).toEqual([]);
    expect(replaced('')).toEqual([]);
  });
});

describe('resources', () => {
  test('that differ are named with both amounts', () => {
    const before = workload('docker.io/a/web:1', '1', 'a');
    const after = workload('docker.io/a/web:1', '250m', 'a', 2).replace(', limits: { memory: 1Gi }', '');
    expect(changedResources(before, after)).toEqual([
      { container: 'Deployment/web', detail: 'replicas 1 → 2' },
      { container: 'Deployment/web main', detail: 'requests cpu 1 → 250m, limits memory 1Gi → none' },
    ]);
  });
});

describe('images', () => {
  const digest = `sha256:${'a'.repeat(64)}`;

  test('are found wherever they stand, and paired by repository', () => {
    const text = (version: string): string =>
      [
        `image: quay.io/acme/operator:${version}@${digest}`,
        `args: ["--reloader=quay.io/acme/reloader:v${version}"]`,
        `  4.0=registry.example.internal:5000/cache/acme/kafka:${version}-kafka-4.0`,
        'endpoint: https://db.shop.svc:8443/path:1',
      ].join('\n');
    expect(changedImages(text('1.0.0'), text('1.1.0'))).toEqual([
      {
        before: `quay.io/acme/operator:1.0.0@${digest}`,
        after: `quay.io/acme/operator:1.1.0@${digest}`,
      },
      { before: 'quay.io/acme/reloader:v1.0.0', after: 'quay.io/acme/reloader:v1.1.0' },
      {
        before: 'registry.example.internal:5000/cache/acme/kafka:1.0.0-kafka-4.0',
        after: 'registry.example.internal:5000/cache/acme/kafka:1.1.0-kafka-4.0',
      },
    ]);
  });

  test('that came or went have no other side', () => {
    expect(changedImages('image: docker.io/a/old:1', `image: docker.io/a/new@${digest}`)).toEqual([
      { before: 'docker.io/a/old:1', after: null },
      { before: null, after: `docker.io/a/new@${digest}` },
    ]);
  });
});
