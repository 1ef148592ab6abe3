import type { Contract } from '../../model/read-contracts.ts';
import type { RunContainer } from '../run-container.ts';
import { fileFaults } from './file-faults.ts';
import { filesystemFaults } from './filesystem-faults.ts';
import { portFaults } from './port-faults.ts';
import { programFaults } from './program-faults.ts';
import { variableFaults } from './variable-faults.ts';

/** What a container does that its image does not take, and lacks that its image needs: what follows "the container …". */
export function containerFaults(container: RunContainer, contract: Contract): string[] {
  return [
    ...programFaults(container, contract),
    ...variableFaults(container, contract),
    ...fileFaults(container, contract),
    ...portFaults(container, contract),
    ...filesystemFaults(container, contract),
  ];
}
