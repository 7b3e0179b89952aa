CREATE TABLE session_of_account (
    token_hash BLOB PRIMARY KEY,
    actor_id BLOB NOT NULL REFERENCES account (actor_id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE TABLE guest_session (
    token_hash BLOB PRIMARY KEY,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
INSERT INTO session_of_account SELECT token_hash, actor_id, device, created_at, seen_at, expires_at FROM session
    WHERE actor_id IN (SELECT actor_id FROM account);
INSERT INTO guest_session SELECT token_hash, actor_id, device, created_at, seen_at, expires_at FROM session
    WHERE actor_id NOT IN (SELECT actor_id FROM account);
DROP TABLE session;
ALTER TABLE session_of_account RENAME TO session;
CREATE INDEX session_actor ON session (actor_id);
CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX guest_session_actor ON guest_session (actor_id);
CREATE INDEX guest_session_expiry ON guest_session (expires_at);
