-- Columns as the programs ask for them. Nothing is stricter than what those programs were written against: each of
-- them leaves out or sets to null what it pleases.

-- Nobody quotes this name.
ALTER TABLE connector_registry RENAME COLUMN "iconURL" TO iconurl;

-- Programs search and replace in the text of a query before they parse it.
ALTER TABLE query_templates ALTER COLUMN query TYPE text USING query::text;

-- Who does not say which version of the API a dataset was made with, was written before there was another.
ALTER TABLE datasets ALTER COLUMN api_version SET DEFAULT 'v1';
ALTER TABLE datasets_draft ALTER COLUMN api_version SET DEFAULT 'v1';

ALTER TABLE datasets
  ALTER COLUMN router_config DROP NOT NULL,
  ALTER COLUMN dataset_config DROP NOT NULL,
  ALTER COLUMN status DROP NOT NULL,
  ALTER COLUMN created_by DROP NOT NULL,
  ALTER COLUMN updated_by DROP NOT NULL;

ALTER TABLE datasets_draft
  ALTER COLUMN dataset_id DROP NOT NULL,
  ALTER COLUMN status DROP NOT NULL,
  ALTER COLUMN created_by DROP NOT NULL,
  ALTER COLUMN updated_by DROP NOT NULL;

ALTER TABLE datasources ALTER COLUMN is_primary DROP NOT NULL;
ALTER TABLE dataset_transformations ALTER COLUMN transformation_function DROP NOT NULL;
ALTER TABLE dataset_transformations_draft ALTER COLUMN transformation_function DROP NOT NULL;

ALTER TABLE oauth_users
  ALTER COLUMN is_owner DROP NOT NULL,
  ALTER COLUMN created_by SET DEFAULT 'SYSTEM',
  ALTER COLUMN updated_by SET DEFAULT 'SYSTEM';

ALTER TABLE alerts
  ALTER COLUMN name DROP NOT NULL,
  ALTER COLUMN status DROP NOT NULL,
  ALTER COLUMN frequency SET DEFAULT '1m',
  ALTER COLUMN "interval" SET DEFAULT '1m',
  ALTER COLUMN created_by DROP NOT NULL,
  ALTER COLUMN updated_by DROP NOT NULL;

ALTER TABLE "notificationChannel"
  ALTER COLUMN name DROP NOT NULL,
  ALTER COLUMN status DROP NOT NULL,
  ALTER COLUMN type DROP NOT NULL,
  ALTER COLUMN created_by DROP NOT NULL,
  ALTER COLUMN updated_by DROP NOT NULL;
