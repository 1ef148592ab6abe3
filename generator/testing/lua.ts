import { obtain } from '../src/edge/tools/obtain.ts';
import { runHealthChecks } from '../src/edge/verify/run-health-checks.ts';

export interface Verdict {
  readonly status: string;
  readonly message: string;
}

/** What a health check says of some objects, as Argo CD would run it. */
export async function verdicts(lua: string, objects: readonly unknown[], zone = 'UTC'): Promise<Verdict[]> {
  const glua = await obtain('glua', () => undefined);
  const runs = objects.map((object) => ({ script: lua, object }));
  const answers = await runHealthChecks(glua, runs, { env: { TZ: zone } });
  return answers.map((answer) => {
    if ('error' in answer) throw new Error(`the interpreter says: ${answer.error}`);
    return answer;
  });
}
