-- People whose account is on another server and who use the pages: their sessions here.
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

-- How this instance introduces itself to another server when one of its people signs in here. Secret: never exported, never logged.
CREATE TABLE foreign_app (
    host TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    client_secret TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- Somebody who was sent to their own server and has not come back yet. Secret as well; each is used once, within minutes.
CREATE TABLE guest_attempt (
    state_hash BYTEA PRIMARY KEY,
    host TEXT NOT NULL,
    account TEXT NOT NULL,
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    client_secret TEXT NOT NULL,
    scope TEXT NOT NULL,
    verifier TEXT,
    token_endpoint TEXT NOT NULL,
    revocation_endpoint TEXT,
    next TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX guest_attempt_expiry ON guest_attempt (expires_at);
