DELETE FROM open_data WHERE id <> 1;
CREATE TABLE preview_link_old (
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
INSERT INTO preview_link_old (id, consultation_id, name, token_hash, made_at, ends_at, revoked_at, openings)
SELECT id, consultation_id, name, token_hash, made_at, ends_at, revoked_at, openings FROM preview_link WHERE consultation_id IS NOT NULL;
DROP TABLE preview_link;
ALTER TABLE preview_link_old RENAME TO preview_link;
CREATE INDEX preview_link_consultation ON preview_link (consultation_id, made_at);
