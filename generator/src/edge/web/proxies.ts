const loopback = ['localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * The variables that name proxies, for {@link setGlobalProxyFromEnv}; null where there is none. Loopback hosts are
 * asked directly even where nothing says so, as programs written in Go do.
 */
export function proxyVariables(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> | null {
  const of = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
  const http = of('HTTP_PROXY');
  const https = of('HTTPS_PROXY');
  if (http === '' && https === '') return null;
  const direct = [of('NO_PROXY'), ...loopback].filter((host) => host !== '').join(',');
  return {
    ...(http !== '' && { http_proxy: http }),
    ...(https !== '' && { https_proxy: https }),
    no_proxy: direct,
  };
}
