-- A session belongs to an actor, with an account here or not: people of other servers have no table of sessions of their own.
CREATE TABLE session_of_actor (
    token_hash BLOB PRIMARY KEY,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
INSERT INTO session_of_actor SELECT token_hash, actor_id, device, created_at, seen_at, expires_at FROM session;
INSERT INTO session_of_actor SELECT token_hash, actor_id, device, created_at, seen_at, expires_at FROM guest_session;
DROP TABLE guest_session;
DROP TABLE session;
ALTER TABLE session_of_actor RENAME TO session;
CREATE INDEX session_actor ON session (actor_id);
CREATE INDEX session_expiry ON session (expires_at);
