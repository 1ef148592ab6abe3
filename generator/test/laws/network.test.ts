import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppModel, Peer } from '../../src/model/model.ts';
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
