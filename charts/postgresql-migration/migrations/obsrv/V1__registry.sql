-- The registry of datasets, the users and sessions of the console, and what alerting keeps.
-- For a new, empty database. Everything here is transactional: a run that fails leaves nothing behind.
-- The extension pgcrypto is already there; the operator makes it, because owners of databases are no superusers.

-- Numbers of the databases that the denormalization cache hands out; 0 to 2 are taken by the pipeline itself.
CREATE SEQUENCE redis_db_index START WITH 3;

-- Live datasets and what belongs to them.

CREATE TABLE datasets (
  id text PRIMARY KEY,
  dataset_id text,
  type text NOT NULL,
  name text,
  validation_config json,
  extraction_config json,
  dedup_config json,
  data_schema json,
  denorm_config json,
  router_config json NOT NULL,
  dataset_config json NOT NULL,
  tags text[],
  data_version integer,
  api_version text NOT NULL DEFAULT 'v2',
  version integer NOT NULL DEFAULT 1,
  sample_data json DEFAULT '{}',
  entry_topic text NOT NULL DEFAULT 'ingest',
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp DEFAULT now()
);
CREATE INDEX datasets_status ON datasets (status);

CREATE TABLE datasources (
  id text PRIMARY KEY,
  datasource text NOT NULL,
  dataset_id text NOT NULL REFERENCES datasets (id),
  name text,
  type text NOT NULL DEFAULT 'druid',
  version integer NOT NULL DEFAULT 1,
  is_primary boolean NOT NULL DEFAULT false,
  ingestion_spec json NOT NULL,
  datasource_ref text NOT NULL,
  retention_period json DEFAULT '{"enabled":"false"}',
  archival_policy json DEFAULT '{"enabled":"false"}',
  purge_policy json DEFAULT '{"enabled":"false"}',
  backup_config json NOT NULL DEFAULT '{"enabled":"false"}',
  metadata json DEFAULT '{}',
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp DEFAULT now()
);
CREATE INDEX datasources_dataset ON datasources (dataset_id);
CREATE INDEX datasources_status ON datasources (status);

CREATE TABLE dataset_transformations (
  id text PRIMARY KEY,
  dataset_id text NOT NULL REFERENCES datasets (id),
  field_key text NOT NULL,
  transformation_function json NOT NULL,
  mode text,
  metadata json DEFAULT '{}',
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp DEFAULT now(),
  UNIQUE (dataset_id, field_key)
);
CREATE INDEX dataset_transformations_dataset ON dataset_transformations (dataset_id);
CREATE INDEX dataset_transformations_status ON dataset_transformations (status);

CREATE TABLE dataset_source_config (
  id text PRIMARY KEY,
  dataset_id text NOT NULL REFERENCES datasets (id),
  connector_type text NOT NULL,
  connector_config json NOT NULL,
  connector_stats json,
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp DEFAULT now(),
  UNIQUE (connector_type, dataset_id)
);
CREATE INDEX dataset_source_config_dataset ON dataset_source_config (dataset_id);
CREATE INDEX dataset_source_config_status ON dataset_source_config (status);

-- Drafts of the same, before they are published.

CREATE TABLE datasets_draft (
  id text PRIMARY KEY,
  dataset_id text NOT NULL,
  type text NOT NULL,
  name text,
  validation_config json,
  extraction_config json,
  dedup_config json,
  data_schema json,
  denorm_config json,
  router_config json,
  dataset_config json,
  transformations_config json DEFAULT '{}',
  connectors_config json DEFAULT '{}',
  tags text[],
  data_version integer,
  api_version text NOT NULL DEFAULT 'v2',
  version integer NOT NULL DEFAULT 1,
  version_key text,
  sample_data json DEFAULT '{}',
  entry_topic text NOT NULL DEFAULT 'ingest',
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp,
  UNIQUE (dataset_id, version)
);
CREATE INDEX datasets_draft_status ON datasets_draft (status);

CREATE TABLE datasources_draft (
  id text PRIMARY KEY,
  datasource text NOT NULL,
  dataset_id text NOT NULL REFERENCES datasets_draft (id),
  name text,
  type text NOT NULL DEFAULT 'druid',
  version integer NOT NULL DEFAULT 1,
  is_primary boolean NOT NULL DEFAULT false,
  ingestion_spec json NOT NULL,
  datasource_ref text NOT NULL,
  retention_period json DEFAULT '{"enabled":"false"}',
  archival_policy json DEFAULT '{"enabled":"false"}',
  purge_policy json DEFAULT '{"enabled":"false"}',
  backup_config json NOT NULL DEFAULT '{"enabled":"false"}',
  metadata json DEFAULT '{}',
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp
);
CREATE INDEX datasources_draft_dataset ON datasources_draft (dataset_id);
CREATE INDEX datasources_draft_status ON datasources_draft (status);

CREATE TABLE dataset_transformations_draft (
  id text PRIMARY KEY,
  dataset_id text NOT NULL REFERENCES datasets_draft (id),
  field_key text NOT NULL,
  transformation_function json NOT NULL,
  mode text,
  metadata json DEFAULT '{}',
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp,
  UNIQUE (dataset_id, field_key)
);
CREATE INDEX dataset_transformations_draft_dataset ON dataset_transformations_draft (dataset_id);
CREATE INDEX dataset_transformations_draft_status ON dataset_transformations_draft (status);

CREATE TABLE dataset_source_config_draft (
  id text PRIMARY KEY,
  dataset_id text NOT NULL REFERENCES datasets_draft (id),
  connector_type text NOT NULL,
  connector_config json NOT NULL,
  connector_stats json,
  status text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp,
  UNIQUE (connector_type, dataset_id)
);
CREATE INDEX dataset_source_config_draft_dataset ON dataset_source_config_draft (dataset_id);
CREATE INDEX dataset_source_config_draft_status ON dataset_source_config_draft (status);

-- Connectors that can be had, and those that run for a dataset.

CREATE TABLE connector_registry (
  id text PRIMARY KEY,
  connector_id text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  category text NOT NULL,
  version text NOT NULL,
  description text,
  technology text NOT NULL,
  runtime text NOT NULL,
  licence text NOT NULL,
  owner text NOT NULL,
  "iconURL" text,
  status text NOT NULL,
  ui_spec json NOT NULL DEFAULT '{}',
  source_url text NOT NULL,
  source json NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  live_date timestamp,
  UNIQUE (connector_id, version)
);

CREATE TABLE connector_instances (
  id text PRIMARY KEY,
  dataset_id text NOT NULL REFERENCES datasets (id),
  connector_id text NOT NULL REFERENCES connector_registry (id),
  name text,
  connector_config text NOT NULL,
  operations_config json NOT NULL DEFAULT '{}',
  status text NOT NULL,
  connector_state json NOT NULL DEFAULT '{}',
  connector_stats json NOT NULL DEFAULT '{}',
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now(),
  published_date timestamp DEFAULT now()
);

CREATE TABLE query_templates (
  template_id text PRIMARY KEY,
  template_name text NOT NULL,
  query json NOT NULL,
  query_type text NOT NULL,
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp NOT NULL DEFAULT now()
);

-- Settings that all programs read. Those that are no secret start here and belong to whoever changes them later.

CREATE TABLE system_settings (
  key text PRIMARY KEY,
  value text NOT NULL,
  category text NOT NULL DEFAULT 'SYSTEM',
  valuetype text NOT NULL,
  label text,
  created_date timestamp NOT NULL DEFAULT now(),
  updated_date timestamp
);

INSERT INTO system_settings (key, value, valuetype, label) VALUES
  ('defaultDatasetId', 'ALL', 'string', 'Name under which metrics of no single dataset are counted'),
  ('maxEventSize', '1048576', 'long', 'Largest event, in bytes'),
  ('defaultDedupPeriodInSeconds', '604800', 'int', 'How long an event is remembered to find its copies');

-- The console: its users and sessions, and the tables of its own OAuth server.

CREATE TABLE user_session (
  sid varchar PRIMARY KEY,
  sess json NOT NULL,
  expire timestamp(6) NOT NULL
);
CREATE INDEX "IDX_session_expire" ON user_session (expire);

CREATE TABLE oauth_users (
  id text PRIMARY KEY,
  user_name text UNIQUE,
  password text,
  first_name text,
  last_name text,
  provider text,
  email_address text UNIQUE,
  mobile_number text,
  roles text[] DEFAULT '{viewer}',
  status text DEFAULT 'active',
  is_owner boolean NOT NULL DEFAULT false,
  created_by text,
  updated_by text,
  created_on timestamp DEFAULT now(),
  last_updated_on timestamp
);

CREATE TABLE oauth_clients (
  id text PRIMARY KEY,
  name text,
  client_id text UNIQUE,
  client_secret text,
  redirect_uri text,
  is_trusted boolean,
  created_on timestamp DEFAULT now(),
  last_updated_on timestamp
);

CREATE TABLE oauth_access_tokens (
  id text PRIMARY KEY,
  user_id text,
  client_id text,
  created_on timestamp DEFAULT now()
);

CREATE TABLE oauth_refresh_tokens (
  id text PRIMARY KEY,
  user_id text,
  client_id text,
  created_on timestamp DEFAULT now()
);

CREATE TABLE oauth_authorization_codes (
  id text PRIMARY KEY,
  client_id text,
  redirect_uri text,
  user_id text,
  user_name text,
  created_on timestamp DEFAULT now()
);

-- Alerting. Its programs write these names of columns in mixed case.

CREATE TABLE alerts (
  id text PRIMARY KEY,
  manager text,
  name text NOT NULL,
  status text NOT NULL,
  description text,
  expression text,
  severity text,
  category text,
  annotations json DEFAULT '{}',
  labels json DEFAULT '{}',
  frequency text,
  "interval" text,
  metadata json DEFAULT '{}',
  notification json DEFAULT '{}',
  context json DEFAULT '{}',
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE "notificationChannel" (
  id text PRIMARY KEY,
  manager text,
  name text NOT NULL,
  status text NOT NULL,
  type text NOT NULL,
  config json DEFAULT '{}',
  context json DEFAULT '{}',
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE metrics (
  id text PRIMARY KEY,
  alias text UNIQUE,
  component text,
  "subComponent" text,
  metric text,
  context json DEFAULT '{}',
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE silences (
  id text PRIMARY KEY,
  manager text,
  alert_id text,
  start_time timestamptz,
  end_time timestamptz,
  context json DEFAULT '{}',
  created_by text NOT NULL DEFAULT 'SYSTEM',
  updated_by text NOT NULL DEFAULT 'SYSTEM',
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);
