-- The door to other servers: who is there, who follows whom, what came in, what goes out.

ALTER TABLE contribution ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE contribution ADD COLUMN remote_support_count INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contribution_held ON contribution (consultation_id) WHERE held;
ALTER TABLE consultation ADD COLUMN remote_voices TEXT NOT NULL DEFAULT 'welcome';
ALTER TABLE consultation ADD COLUMN remote_support_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consultation ADD COLUMN remote_participant_count INTEGER NOT NULL DEFAULT 0;

-- A job may be about a line of the journal, or about something that has an address only.
ALTER TABLE job ADD COLUMN journal_id BIGINT;
ALTER TABLE job ADD COLUMN address TEXT;
CREATE INDEX job_kind ON job (kind, state, id);

-- Private keys of the actors of this instance: PKCS #8.
CREATE TABLE actor_key (
    actor_id UUID PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    rsa BYTEA NOT NULL,
    ed25519 BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- What is known of an actor of another server beside what everybody sees.
CREATE TABLE remote_actor (
    actor_id UUID PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    inbox TEXT NOT NULL,
    shared_inbox TEXT,
    url TEXT,
    fetched_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE remote_key (
    key_id TEXT PRIMARY KEY,
    actor_id UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    material TEXT NOT NULL
);
CREATE INDEX remote_key_actor ON remote_key (actor_id);

-- Who follows whom; one of the two is of this instance.
CREATE TABLE follow (
    follower_id UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    followed_id UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    activity TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (follower_id, followed_id)
);
CREATE INDEX follow_followed ON follow (followed_id, state, since);

-- Received activities that may be undone, by the digest of their id: a Like or a Follow counts while one of them is not undone.
CREATE TABLE undoable (
    digest BYTEA PRIMARY KEY,
    kind TEXT NOT NULL,
    actor_id UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    target_id UUID,
    undone_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX undoable_target ON undoable (target_id, actor_id, kind);

-- Digests of the ids of the activities that had their effect, and of objects that are deleted for good.
CREATE TABLE seen_activity (
    digest BYTEA PRIMARY KEY,
    seen_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX seen_activity_age ON seen_activity (seen_at);

CREATE TABLE tombstone (
    digest BYTEA PRIMARY KEY,
    buried_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX tombstone_age ON tombstone (buried_at);

-- Activities of this instance, as they were sent, so that their ids answer.
CREATE TABLE activity (
    id UUID PRIMARY KEY,
    actor_id UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    object_id UUID,
    kind TEXT NOT NULL,
    public BOOLEAN NOT NULL,
    body TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX activity_actor ON activity (actor_id, public, created_at);
CREATE INDEX activity_object ON activity (object_id);

-- One row per activity and inbox while it has not arrived.
CREATE TABLE delivery (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    activity_id UUID NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
    actor_id UUID NOT NULL,
    object_id UUID NOT NULL,
    inbox TEXT NOT NULL,
    host TEXT NOT NULL,
    state TEXT NOT NULL,
    run_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until TIMESTAMPTZ,
    last_status INTEGER,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (activity_id, inbox)
);
CREATE INDEX delivery_due ON delivery (state, run_at);
CREATE INDEX delivery_order ON delivery (object_id, host, id);
CREATE INDEX delivery_host ON delivery (host, state, id);
CREATE INDEX delivery_inbox ON delivery (inbox);

-- What left, and where it went: the addresses that a deletion must reach.
CREATE TABLE sent (
    object_id UUID NOT NULL,
    inbox TEXT NOT NULL,
    host TEXT NOT NULL,
    first_at TIMESTAMPTZ NOT NULL,
    last_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (object_id, inbox)
);
CREATE INDEX sent_inbox ON sent (inbox);

-- Other servers.
CREATE TABLE peer (
    host TEXT PRIMARY KEY,
    software TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '',
    learnt_at TIMESTAMPTZ,
    scheme TEXT NOT NULL DEFAULT '',
    ed25519 BOOLEAN NOT NULL DEFAULT FALSE,
    failures INTEGER NOT NULL DEFAULT 0,
    open_until TIMESTAMPTZ,
    last_success_at TIMESTAMPTZ,
    last_failure_at TIMESTAMPTZ,
    last_error TEXT,
    seen_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX peer_trouble ON peer (failures);

-- What the administrators decided about other servers.
CREATE TABLE host_rule (
    host TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    note TEXT NOT NULL,
    made_by UUID REFERENCES actor (id) ON DELETE SET NULL,
    made_at TIMESTAMPTZ NOT NULL
);

-- What actors we follow published on their own servers.
CREATE TABLE mirrored (
    id UUID PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    author_id UUID REFERENCES actor (id) ON DELETE CASCADE,
    via_id UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    url TEXT NOT NULL,
    lang TEXT,
    published_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ,
    received_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX mirrored_recent ON mirrored (published_at);
CREATE INDEX mirrored_via ON mirrored (via_id, published_at);
