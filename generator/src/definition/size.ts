export const sizes = ['small', 'medium', 'large'] as const;
/** How much an environment is made for; apps choose replicas, resources and volumes by it. */
export type EnvironmentSize = (typeof sizes)[number];
