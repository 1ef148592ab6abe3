-- What the logins of programs may do, of what the owner has. Runs again whenever it changes; what is not here is taken
-- away first.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM pipeline, dataset_api;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM pipeline, dataset_api;

-- Jobs read how an event is to be treated, and write down where its data lies and what a connector has fetched.
GRANT SELECT ON datasets, dataset_transformations, dataset_source_config, datasources, system_settings TO pipeline;
GRANT UPDATE (datasource_ref) ON datasources TO pipeline;
GRANT UPDATE (connector_stats) ON dataset_source_config TO pipeline;

-- The API keeps everything about datasets, queries and alerts. It has no business with sessions, tokens of OAuth and
-- the key that settings of connectors are encrypted with.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  datasets, datasources, dataset_transformations, dataset_source_config,
  datasets_draft, datasources_draft, dataset_transformations_draft, dataset_source_config_draft,
  connector_registry, connector_instances, query_templates,
  alerts, "notificationChannel", metrics, silences, oauth_users
  TO dataset_api;
GRANT USAGE ON SEQUENCE redis_db_index TO dataset_api;
