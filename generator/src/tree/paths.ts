interface Named {
  readonly name: string;
}

/** Where an environment takes its apps from: written by people and by promotions. */
export const releaseFile = (environment: string): string => `environments/${environment}/release.yaml`;

/** Whether `generate` writes a file anew, whatever lies there; the path is from the root of the repository. */
export const isGenerated = (path: string): boolean =>
  /^(environments\/([^/]+\/)?generated|schemas)\//.test(path);

const generated = ({ name }: Named): string => `environments/${name}/generated`;

/** Where the files of the generated tree lie, from the root of the repository. */
export const paths = {
  environment: generated,
  /** What would run if the environment were promoted to this commit. */
  candidate: (environment: Named): string => `${generated(environment)}/candidate`,
  /** What runs in a pinned environment. */
  running: (environment: Named): string => `${generated(environment)}/running`,
  bootstrap: (argocd: string): string => `environments/generated/bootstrap/${argocd}`,
  /** The values of an app's chart, and of its companion chart. */
  values(app: Named, environment: Named): { values: string; companion: string } {
    const base = `${paths.candidate(environment)}/values/${app.name}`;
    return { values: `${base}.yaml`, companion: `${base}.companion.yaml` };
  },
} as const;
