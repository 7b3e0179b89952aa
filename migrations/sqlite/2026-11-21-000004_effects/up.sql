-- What other servers do to what is here, what is taken back from them, and their pictures.

-- Where an actor's picture is, and which collection it shows first.
ALTER TABLE remote_actor ADD COLUMN icon TEXT;
ALTER TABLE remote_actor ADD COLUMN featured TEXT;

-- Actors of other servers with whom moderators here want nothing more to do, and the consultation in which they decided it.
CREATE TABLE barred_actor (
    actor_id BLOB PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    made_by BLOB REFERENCES actor (id) ON DELETE SET NULL,
    made_at BIGINT NOT NULL
);

-- Actors of other servers that want nothing more to do with one of this instance.
CREATE TABLE shut_out (
    by_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    since BIGINT NOT NULL,
    PRIMARY KEY (by_id, actor_id)
);
CREATE INDEX shut_out_actor ON shut_out (actor_id);

-- What an actor that is followed here shows first.
CREATE TABLE pinned (
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    uri TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (actor_id, uri)
);

-- Texts that had left under a name and were taken back: they never leave again.
CREATE TABLE recalled (
    object_id BLOB PRIMARY KEY,
    recalled_at BIGINT NOT NULL
);

-- The activity with which a text came from another server, as its author said it: it is passed on whole.
CREATE TABLE relayed (
    contribution_id BLOB PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    body TEXT NOT NULL
);

-- Pictures of other servers, encoded anew, for as long as they are looked at. The name is the digest of the address.
CREATE TABLE remote_media (
    name BLOB PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    is_avatar BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    content_type TEXT NOT NULL DEFAULT '',
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    bytes BLOB,
    used_at BIGINT NOT NULL
);
CREATE INDEX remote_media_used ON remote_media (used_at);
CREATE INDEX remote_media_host ON remote_media (host);

-- The pictures of a text that came from another server.
CREATE TABLE remote_picture (
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    position SMALLINT NOT NULL,
    url TEXT NOT NULL,
    alt TEXT NOT NULL,
    PRIMARY KEY (contribution_id, position)
);
