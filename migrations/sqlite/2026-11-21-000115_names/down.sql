PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE actor_old (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    username TEXT NOT NULL,
    host TEXT NOT NULL DEFAULT '',
    uri TEXT UNIQUE,
    display_name TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    erased_at BIGINT,
    UNIQUE (username, host)
);
INSERT INTO actor_old (id, kind, username, host, uri, display_name, summary, created_at, erased_at)
    SELECT id, kind, username, host, uri, display_name, summary, created_at, erased_at FROM actor;
DROP TABLE actor;
ALTER TABLE actor_old RENAME TO actor;
COMMIT;
PRAGMA foreign_keys = ON;
