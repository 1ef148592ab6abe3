import type { Needed } from './app-needs.ts';
import { serviceChart } from './app-own-chart.ts';
import { type Answers, answer } from './question.ts';
import { entry, quoted } from './source-text.ts';

/** What the answers alone do not say of a definition. */
export interface SourceParts {
  readonly constant: string;
  readonly needs: readonly Needed[];
  /** Key of its image. */
  readonly image: string | null;
  /** Lines about network, outputs and values. */
  readonly definition: string;
}

/** The definition of an app as source text. */
export function appSource(answers: Answers, { constant, needs, image, definition }: SourceParts): string {
  const text = (flag: string): string => answer(answers, flag);
  const layer = text('layer');
  const own = text('chart') === 'first-party';
  const chart = own ? serviceChart : text('chart-key');
  const define = own ? 'firstParty' : 'upstream';
  const types = `../../schemas/${own ? 'charts' : 'upstream'}/${chart}.gen.ts`;
  const imports = needs.map(({ constant: need, path }) => {
    const from = path.startsWith(`${layer}/`) ? `./${path.slice(layer.length + 1)}` : `../${path}`;
    return { from, line: `import { ${need} } from ${quoted(from)};\n` };
  });
  // As the formatter orders them: what is further up comes first.
  const far = (from: string): number => from.split('../').length;
  imports.sort((a, b) => far(b.from) - far(a.from) || (a.from < b.from ? -1 : 1));
  return [
    `import { defineApp, ${define} } from '#generator';\n`,
    `import type { Values } from ${quoted(types)};\n`,
    ...imports.map(({ line }) => line),
    `\nexport const ${constant} = defineApp({\n`,
    ...['name', 'description', 'layer', 'namespace'].map((key) => entry(key, text(key), '  ')),
    `  chart: ${define}(${quoted(chart)}),\n`,
    image === null ? '' : `  images: [${quoted(image)}],\n`,
    needs.length === 0 ? '' : `  dependsOn: [${needs.map((need) => need.constant).join(', ')}],\n`,
    answers.uses === undefined ? '' : entry('uses', answers.uses, '  '),
    definition,
    '});\n',
  ].join('');
}
