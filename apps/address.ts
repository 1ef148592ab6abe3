import type { Endpoint } from '#generator';

/** What a chart is told of an endpoint: where it is, not which pods are behind it. */
export const address = ({ host, port }: Endpoint) => ({ host, port });

/** Where a program is asked over HTTP, inside the cluster. */
export const url = ({ host, port }: Endpoint) => `http://${host}:${port}`;
