CREATE TABLE guest_session (
    token_hash BYTEA PRIMARY KEY,
    actor_id UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX guest_session_actor ON guest_session (actor_id);
CREATE INDEX guest_session_expiry ON guest_session (expires_at);
INSERT INTO guest_session SELECT token_hash, actor_id, device, created_at, seen_at, expires_at FROM session
    WHERE actor_id NOT IN (SELECT actor_id FROM account);
DELETE FROM session WHERE actor_id NOT IN (SELECT actor_id FROM account);
ALTER TABLE session DROP CONSTRAINT session_actor_id_fkey;
ALTER TABLE session ADD CONSTRAINT session_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account (actor_id) ON DELETE CASCADE;
