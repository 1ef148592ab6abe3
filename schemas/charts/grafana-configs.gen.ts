// Written by `npm run generate` from charts/grafana-configs/values.schema.json. Do not edit.

export interface Values {
  /**
   * Folder of Grafana that all dashboards are in.
   */
  folder: string;
  /**
   * Dashboards as Grafana reads them, by their uid.
   */
  dashboards: {
    [k: string]: {
      uid: string;
      title: string;
      schemaVersion: number;
      panels: {}[];
    };
  };
  /**
   * Data sources as Grafana reads them, by their uid.
   */
  dataSources: {
    [k: string]: {
      name: string;
      type: string;
      url: string;
      jsonData?: {};
    };
  };
}
