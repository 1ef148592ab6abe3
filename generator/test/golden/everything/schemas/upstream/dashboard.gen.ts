// Written by `npm run generate` from schemas/upstream/dashboard.schema.json. Do not edit.

export interface Values {
  /**
   * The whole reference.
   */
  image: string;
  server: string;
  database?: string;
  login?: string;
}
