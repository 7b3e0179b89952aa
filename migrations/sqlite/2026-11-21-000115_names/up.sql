-- On another server a person and a group may have one name (Lemmy: /u/plage and /c/plage); but no two of one kind. SQLite keeps a
-- constraint for as long as its table: the table is made anew, as https://www.sqlite.org/lang_altertable.html#otheralter says.
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE actor_new (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    username TEXT NOT NULL,
    host TEXT NOT NULL DEFAULT '',
    uri TEXT UNIQUE,
    display_name TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    erased_at BIGINT
);
INSERT INTO actor_new (id, kind, username, host, uri, display_name, summary, created_at, erased_at)
    SELECT id, kind, username, host, uri, display_name, summary, created_at, erased_at FROM actor;
DROP TABLE actor;
ALTER TABLE actor_new RENAME TO actor;
CREATE UNIQUE INDEX actor_local_name ON actor (username) WHERE host = '';
CREATE UNIQUE INDEX actor_name ON actor (username, host, kind);
COMMIT;
PRAGMA foreign_keys = ON;
