import { containersOf, isObject } from '../manifest.ts';
import { podsOf } from '../pods.ts';
import { type Check, finding } from './check.ts';

/** A container that can write nowhere but to its volumes cannot be changed by whoever gets into it. */
export const filesystemsAreReadOnly: Check = (rendered) =>
  podsOf(rendered).flatMap(({ owner, spec }) =>
    containersOf(spec ?? {})
      .filter(
        ({ securityContext }) =>
          !isObject(securityContext) || securityContext.readOnlyRootFilesystem !== true,
      )
      .map(({ name }) =>
        finding(
          'writable-root',
          rendered,
          owner,
          `runs the container ${String(name)} with a writable root filesystem`,
          'readOnlyRootFilesystem: true in the values, and an emptyDir where it must write',
        ),
      ),
  );
