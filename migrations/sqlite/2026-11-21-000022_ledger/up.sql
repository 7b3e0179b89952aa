-- How far a consultation reaches, and the ledger of what left: where it went, which version, under which consent, and what became of its recall
-- (docs/decisions/0025).

-- here, network or fediverse.
ALTER TABLE consultation ADD COLUMN reach TEXT NOT NULL DEFAULT 'fediverse';

-- How far the organiser of a consultation that is carried here lets it go.
ALTER TABLE heard_call ADD COLUMN reach TEXT NOT NULL DEFAULT 'fediverse';

-- Since when somebody agrees that what they write leaves under their name; not known of those who agreed before.
ALTER TABLE account ADD COLUMN publish_abroad_since BIGINT;

-- What is known of an activity when it leaves: SHA-256 of its words, the class of what it holds, the consent, and whether anybody may read it.
CREATE TABLE departure (
    activity_id BLOB PRIMARY KEY REFERENCES activity (id) ON DELETE CASCADE,
    version BLOB NOT NULL,
    class TEXT NOT NULL,
    consent_at BIGINT,
    anybody BOOLEAN NOT NULL
);

-- The version that went there last; push, or read by a server that signed what it asked.
ALTER TABLE sent ADD COLUMN version BLOB;
ALTER TABLE sent ADD COLUMN class TEXT NOT NULL DEFAULT 'p1';
ALTER TABLE sent ADD COLUMN consent_at BIGINT;
ALTER TABLE sent ADD COLUMN way TEXT NOT NULL DEFAULT 'push';
ALTER TABLE sent ADD COLUMN state TEXT NOT NULL DEFAULT 'arrived';
ALTER TABLE sent ADD COLUMN recall_at BIGINT;
ALTER TABLE sent ADD COLUMN settled_at BIGINT;
CREATE INDEX sent_host ON sent (host, class, state);

-- How often somebody who did not sign read something.
CREATE TABLE anonymous_reading (
    object_id BLOB PRIMARY KEY,
    readings BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);

-- Deletions of other instances that were carried out here and are acknowledged.
CREATE TABLE honoured (
    id BLOB PRIMARY KEY,
    activity TEXT NOT NULL,
    object TEXT NOT NULL,
    inbox TEXT NOT NULL,
    host TEXT NOT NULL,
    honoured_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX honoured_activity ON honoured (activity);
CREATE INDEX honoured_age ON honoured (honoured_at);
