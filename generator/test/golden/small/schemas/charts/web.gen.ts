// Written by `npm run generate` from charts/web/values.schema.json. Do not edit.

export interface Values {
  image: string;
  host: string;
  replicas?: number;
}
