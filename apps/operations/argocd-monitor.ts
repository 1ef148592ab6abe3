/** Which of its Applications holds a rollout, Argo CD says of itself; wherever it is, and with its own labels. */
export const argocdMonitor = (namespace: string) => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: { name: 'argocd', namespace },
  spec: {
    selector: { matchLabels: { 'app.kubernetes.io/name': 'argocd-metrics' } },
    namespaceSelector: { any: true },
    endpoints: [{ port: 'metrics', honorLabels: true }],
  },
});
