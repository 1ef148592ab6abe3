import { elsewhere, projectAddress } from './project-address.ts';

/** What a chart says of where it comes from, in its `Chart.yaml`. */
export interface ChartOrigin {
  readonly name: string;
  /** URL of its project. */
  readonly home: string | null;
  /** URLs of its sources. */
  readonly sources: readonly string[];
}

/** Why a newer version of a chart is another chart; one line each. */
export function chartIdentityOf(before: ChartOrigin, after: ChartOrigin): string[] {
  const renamed =
    before.name === after.name ? [] : [`it was called ${before.name}, and is called ${after.name}`];
  return [...renamed, ...moved(before, after)];
}

/** A project that lists one more page of sources, or one less, is the same. */
function moved(before: ChartOrigin, after: ChartOrigin): string[] {
  const [were, are] = [addressesOf(before), addressesOf(after)];
  const [was, is] = [were[0], are[0]];
  if (was === undefined || is === undefined || were.some((address) => are.includes(address))) return [];
  return [elsewhere('its sources', was, is)];
}

const addressesOf = ({ home, sources }: ChartOrigin): string[] =>
  [...sources, ...(home === null ? [] : [home])].map(projectAddress).filter((address) => address !== '');
