-- A link may show the draft of a project that looks for money, of the list of what can be reported, or of what is published as open data
-- (docs/decisions/0035).
CREATE TABLE preview_link_new (
    id BLOB PRIMARY KEY,
    -- consultation, funding, street or open_data.
    what TEXT NOT NULL,
    -- The consultation or the project, where it shows one.
    consultation_id BLOB REFERENCES consultation (id) ON DELETE CASCADE,
    funding_id BLOB REFERENCES funding_project (id) ON DELETE CASCADE,
    -- For whom it was made, as agents call them.
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    revoked_at BIGINT,
    -- How often it was opened: not by whom, not when.
    openings BIGINT NOT NULL
);
INSERT INTO preview_link_new (id, what, consultation_id, funding_id, name, token_hash, made_at, ends_at, revoked_at, openings)
SELECT id, 'consultation', consultation_id, NULL, name, token_hash, made_at, ends_at, revoked_at, openings FROM preview_link;
DROP TABLE preview_link;
ALTER TABLE preview_link_new RENAME TO preview_link;
CREATE INDEX preview_link_consultation ON preview_link (consultation_id, made_at);
CREATE INDEX preview_link_funding ON preview_link (funding_id, made_at);
