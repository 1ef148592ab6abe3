import type { Emergency } from '../../definition/release.ts';
import type { PromotionTarget } from './request.ts';

/** The records that stay: of each, the apps that still run what it excuses. */
export function lasting({ release }: PromotionTarget, stillRuns: (app: string) => boolean): Emergency[] {
  const recorded = release?.kind === 'pinned' ? release.emergencies : [];
  return recorded.flatMap((emergency) => {
    const apps = emergency.apps.filter(stillRuns);
    return apps.length === 0 ? [] : [{ ...emergency, apps }];
  });
}
