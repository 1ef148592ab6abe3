import { podsOf } from '../pods.ts';
import { type Check, finding } from './check.ts';

const versions = ['helm.sh/chart', 'app.kubernetes.io/version'];

/** A version in the labels of a pod restarts it whenever the chart changes, whether or not the pod does. */
export const podsCarryNoVersion: Check = (rendered) =>
  // Third-party charts do as they like; a new version of theirs is meant to restart what it runs.
  rendered.app.chart.kind !== 'first-party'
    ? []
    : podsOf(rendered).flatMap(({ owner, labels, spec }) =>
        versions
          .filter((label) => spec !== null && label in labels)
          .map((label) =>
            finding(
              'restless-pod',
              rendered,
              owner,
              `labels its pods with a version: ${label}`,
              'leave it out',
            ),
          ),
      );
