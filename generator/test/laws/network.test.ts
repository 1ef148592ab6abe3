import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Output } from '../../src/definition/output.ts';
import type { AppModel, Peer } from '../../src/model/model.ts';
import { endpointsOf } from '../../src/model/network.ts';
import { appsOf, repositoryOf, sketches } from '../support/arbitrary.ts';
import { modelOf } from '../support/tree.ts';

const permits = (peers: readonly Peer[], namespace: string, pods: Peer['pods'], port: number): boolean =>
  peers.some(
    (peer) =>
      peer.namespace === namespace &&
      JSON.stringify(peer.pods) === JSON.stringify(pods) &&
      peer.ports.includes(port),
  );

test('a connection that one side may open, the other side lets in', () => {
  fc.assert(
    fc.property(sketches, (all) => {
      for (const { apps } of modelOf(repositoryOf(appsOf(all))).environments) {
        for (const from of apps) {
          for (const { namespace, pods, ports } of from.network.egress) {
            const to = apps.find(
              (app) =>
                app.namespace === namespace && JSON.stringify(app.network.pods) === JSON.stringify(pods),
            );
            for (const port of ports) {
              expect(to && permits(to.network.ingress, from.namespace, from.network.pods, port)).toBe(true);
            }
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('nobody is let in who has no edge', () => {
  fc.assert(
    fc.property(sketches, (all) => {
      for (const { apps } of modelOf(repositoryOf(appsOf(all))).environments) {
        for (const to of apps) {
          const callers = to.network.ingress.flatMap((peer) => apps.filter((app) => isPeer(app, peer)));
          for (const caller of callers) expect([...caller.dependsOn, ...caller.uses]).toContain(to.name);
        }
      }
    }),
    { numRuns: 40 },
  );
});

const isPeer = (app: AppModel, peer: Peer): boolean =>
  app.namespace === peer.namespace && JSON.stringify(app.network.pods) === JSON.stringify(peer.pods);

test('who reads a name of another does not call it, and who reads an address of it does', () => {
  const http = { kind: 'endpoint', host: 'a.b.svc', port: 80, podPort: 8080, pods: {} } as const;
  const setting = (value: string): Output => ({ kind: 'setting', value });
  const reached = (read: Record<string, Output> | undefined) => endpointsOf(read, { http }, true);
  expect(reached(undefined)).toEqual([http]);
  expect(reached({ http })).toEqual([http]);
  expect(reached({ keys: setting('http://a.b.svc/keys') })).toEqual([http]);
  expect(reached({ account: setting('a:b') })).toEqual([]);
  expect(reached({ account: setting('a:b'), keys: setting('http://a.b.svc/keys') })).toEqual([http]);
});
