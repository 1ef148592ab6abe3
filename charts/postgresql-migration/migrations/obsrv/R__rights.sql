-- What the logins of programs may do, of what the owner has. Runs again whenever it changes; what is not here is taken
-- away first.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM
  pipeline, dataset_api, command_api, web_console, connectors;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM
  pipeline, dataset_api, command_api, web_console, connectors;

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

-- Publishes: copies a draft to what is live, and removes the draft. Registers connectors.
GRANT SELECT, INSERT, UPDATE ON datasets, datasources, connector_instances, connector_registry TO command_api;
GRANT SELECT, INSERT, DELETE ON dataset_transformations TO command_api;
GRANT SELECT, DELETE ON
  datasets_draft, datasources_draft, dataset_transformations_draft, dataset_source_config_draft
  TO command_api;

-- Sessions of browsers and the people behind them. It asks the APIs for everything about datasets.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  user_session, oauth_access_tokens, oauth_refresh_tokens, oauth_authorization_codes
  TO web_console;
GRANT SELECT, INSERT, UPDATE ON oauth_users TO web_console;
GRANT SELECT ON oauth_clients TO web_console;

-- Connectors read how they are configured, and write down how far they came.
GRANT SELECT ON datasets, connector_registry, connector_instances TO connectors;
GRANT UPDATE (connector_state, connector_stats) ON connector_instances TO connectors;
