-- Links that show a draft to whoever has them (docs/decisions/0035). Of a link only the digest of its token is kept.
CREATE TABLE preview_link (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    -- For whom it was made, as agents call them.
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    revoked_at BIGINT,
    -- How often it was opened: not by whom, not when.
    openings BIGINT NOT NULL
);
CREATE INDEX preview_link_consultation ON preview_link (consultation_id, made_at);
