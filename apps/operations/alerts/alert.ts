import type { AppName, Severity } from '#generator';

/** What Prometheus has seen: series, each as one value for each minute in the notation of promtool (`0+1x60`). */
export type Seen = Readonly<Record<string, string>>;

/** A condition under which somebody has to do something, with what shows that it is found and not found. */
export interface Alert {
  readonly name: string;
  readonly severity: Severity;
  /** PromQL; each series that it returns is an alert. */
  readonly expr: string;
  /** How long that must last, as `10m`; at once where it is left out. */
  readonly for?: string;
  /** One line. Both may name labels of the series, as in `{{ $labels.pod }}`. */
  readonly summary: string;
  /** What it means, and what to look at first. */
  readonly description: string;
  /** Another alert that says the same of the same less loudly; `by` are the labels that make it the same. */
  readonly outranks?: { readonly alert: string; readonly by: readonly string[] };
  readonly cases: {
    /** Fires after these minutes. */
    readonly after: number;
    readonly fires: Seen;
    /** What it is then about: labels, beside those that every alert has. */
    readonly about?: Readonly<Record<string, string>>;
    /** As near to it as can be without an alert; left out where it fires always. */
    readonly silent?: Seen;
  };
}

/** Alerts that the same people look after. */
export interface AlertGroup {
  readonly name: string;
  readonly team: 'platform' | 'data' | 'apis';
  /** Without this app in the environment there is nothing to watch. */
  readonly app?: AppName;
  readonly alerts: readonly Alert[];
}
