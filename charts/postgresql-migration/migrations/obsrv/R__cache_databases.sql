-- No number of a database that the cache does not have: the dataset is then refused when it is published, and not each
-- of its rows afterwards.
ALTER SEQUENCE redis_db_index MAXVALUE ${last_cache_database};
