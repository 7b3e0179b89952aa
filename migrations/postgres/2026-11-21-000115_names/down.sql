DROP INDEX actor_name;
DROP INDEX actor_local_name;
ALTER TABLE actor ADD CONSTRAINT actor_username_host_key UNIQUE (username, host);
