-- On another server a person and a group may have one name (Lemmy: /u/plage and /c/plage); but no two of one kind.
ALTER TABLE actor DROP CONSTRAINT actor_username_host_key;
CREATE UNIQUE INDEX actor_local_name ON actor (username) WHERE host = '';
CREATE UNIQUE INDEX actor_name ON actor (username, host, kind);
