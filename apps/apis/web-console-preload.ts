/**
 * What Node runs before the console. It knows one address of Keycloak, which browsers are sent to, and asks there itself:
 * here it asks inside the cluster, so it needs no DNS, no way through the gateway and no trust in the certificate. And it
 * writes down where Keycloak is to send a browser back by how the last hop reached it, which is plain HTTP: whoever comes
 * through the gateway came by HTTPS.
 */
export const preload = `const http = require('node:http');
const https = require('node:https');

const outside = new URL(process.env.KEYCLOAK_SERVER_URL);
const inside = new URL(process.env.KEYCLOAK_INSIDE_URL);
const ask = http.request;

const redirecting = (original) => (...args) => {
  const given = typeof args[0] === 'string' ? new URL(args[0]) : args[0];
  const further = typeof args[1] === 'object' && args[1] !== null ? args[1] : {};
  const host = further.hostname ?? given.hostname ?? given.host;
  if (host !== outside.hostname) return original(...args);
  const path = further.path ?? given.path ?? given.pathname + given.search;
  const { method, headers, timeout, signal } = { ...given, ...further };
  const to = { hostname: inside.hostname, port: inside.port, path, method, headers, timeout, signal };
  const callback = args.at(-1);
  return ask(to, ...(typeof callback === 'function' ? [callback] : []));
};

for (const module of [http, https]) {
  module.request = redirecting(module.request);
  module.get = (...args) => {
    const request = module.request(...args);
    request.end();
    return request;
  };
}

if (outside.protocol === 'https:') {
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (event, ...args) {
    if (event === 'connection') args[0].encrypted = true;
    return emit.call(this, event, ...args);
  };
}
`;
