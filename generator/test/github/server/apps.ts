import type { Handler, Handlers } from './handlers.ts';
import { Refusal } from './world.ts';

const installation: Handler = ({ identities: { app } }) => {
  if (app === undefined) throw new Refusal(404, 'Not Found');
  return { status: 200, body: { id: app.installation, app_id: 1 } };
};

const accessToken: Handler = ({ identities, values: [id = ''] }) => {
  const anHour = 3_600_000;
  const body = { token: identities.issue(id), expires_at: new Date(Date.now() + anHour).toISOString() };
  return { status: 201, body };
};

export const apps: Handlers = {
  'apps/get-repo-installation': installation,
  'apps/create-installation-access-token': accessToken,
};
