import { containersIn } from '../containers.ts';
import { containerFaults } from '../contract/container-faults.ts';
import { scrapeFaults } from '../contract/port-faults.ts';
import { type Check, finding } from './check.ts';
import { scrapesOf } from './monitors.ts';

/** What an image of the platform itself asks and offers is written down, or nobody notices when an upgrade changes it. */
export const imagesHaveContracts: Check = (rendered, { platform, contracts }) => {
  const { ownImages } = platform;
  const { registryMirror } = rendered.environment;
  const written = (repository: string): string =>
    registryMirror === null ? repository : repository.replace(`${registryMirror}/`, '');
  return Object.entries(rendered.app.images)
    .filter(([key, { repository }]) => {
      const own = ownImages.some((beginning) => written(repository).startsWith(beginning));
      return own && !Object.hasOwn(contracts, key);
    })
    .map(([key, { tag }]) => {
      const hint = `write schemas/contracts/${key}.yaml: what version ${tag} reads, where it listens, how it starts`;
      return finding('no-contract', rendered, null, `runs the image "${key}", which has no contract`, hint);
    });
};

/** A container gives its image what the contract of the image asks, and asks nothing that it does not offer. */
export const contractsAreKept: Check = (rendered, { contracts }) => {
  const keys = new Map(Object.entries(rendered.app.images).map(([key, { reference }]) => [reference, key]));
  const scrapes = scrapesOf(rendered);
  return containersIn(rendered).flatMap((container) => {
    const contract = contracts[keys.get(container.image) ?? ''];
    if (contract === undefined) return [];
    const scraped = scrapes
      .filter(({ port }) => Object.values(container.ports).includes(port))
      .flatMap(({ port, path }) => scrapeFaults(port, path, container, contract));
    return [...new Set([...containerFaults(container, contract), ...scraped])].map((fault) => {
      const what = `the container ${container.name} ${fault}`;
      const hint = `its contract is ${contract.file}, read for ${contract.tag}`;
      return {
        ...finding('contract-broken', rendered, container.owner, what, hint),
        container: container.name,
      };
    });
  });
};
