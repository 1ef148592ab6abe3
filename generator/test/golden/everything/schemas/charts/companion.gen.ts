// Written by `npm run generate` from generator/charts/companion/values.schema.json. Do not edit.

export interface Values {
  podMonitors?: {}[];
}
