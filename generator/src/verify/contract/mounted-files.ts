import type { RunContainer } from '../run-container.ts';

/** A file that a render lays into a container, as far as anybody can see it here. */
export interface MountedFile {
  readonly path: string;
  readonly text: string | null;
}

/** Every file that a render lays into a container. */
export const mountedFiles = ({ mounts }: RunContainer): MountedFile[] =>
  mounts.flatMap(({ path, files }) =>
    Object.entries(files ?? {}).map(([name, text]) => ({
      path: name === '' ? path : `${path}/${name}`,
      text,
    })),
  );

/** Those whose text is known. */
export const textsIn = (container: RunContainer): { readonly path: string; readonly text: string }[] =>
  mountedFiles(container).flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));

/** Whether something that nobody can see into lies over a path. */
export const isHidden = ({ mounts }: RunContainer, path: string): boolean =>
  mounts.some((mount) => mount.files === null && isUnder(path, mount.path));

export const isUnder = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder === '/' ? '' : folder}/`);
