-- The index of a territory: the consultations of the collectivities that are followed, as their own servers say them (docs/decisions/0023).

-- A collectivity that is followed and has consultations, with what it says of its territory, and how far its collection was read.
CREATE TABLE listing_source (
    actor_id BLOB PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    insee_code TEXT,
    siren TEXT,
    latitude DOUBLE,
    longitude DOUBLE,
    comparable BOOLEAN NOT NULL,
    -- When its collection is to be read again.
    next_at BIGINT NOT NULL,
    -- The reading that is under way: since when, how many pages, and where it goes on.
    round_at BIGINT,
    round_pages INTEGER NOT NULL,
    round_next TEXT,
    -- When it was last read to its end.
    checked_at BIGINT
);
CREATE INDEX listing_source_next ON listing_source (next_at);

-- A consultation of such a collectivity.
CREATE TABLE listing (
    id BLOB PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,
    source_id BLOB NOT NULL REFERENCES listing_source (actor_id) ON DELETE CASCADE,
    group_uri TEXT,
    title TEXT NOT NULL,
    teaser TEXT NOT NULL,
    url TEXT NOT NULL,
    lang TEXT,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    edited_at BIGINT,
    -- When its server last said it, in an activity or in its collection.
    seen_at BIGINT NOT NULL,
    contributions BIGINT,
    replies BIGINT,
    supports BIGINT,
    participants BIGINT,
    answers BIGINT,
    -- Since when it is shared with our own followers.
    shared_at BIGINT
);
-- The filters are counted from the indexes alone.
CREATE INDEX listing_closes ON listing (closes_at, id, opens_at);
CREATE INDEX listing_source_closes ON listing (source_id, closes_at, opens_at);
CREATE INDEX listing_published ON listing (published_at, id);
CREATE INDEX listing_group ON listing (group_uri);

CREATE TABLE listing_phase (
    listing_id BLOB NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    PRIMARY KEY (listing_id, position)
);
CREATE INDEX listing_phase_opens ON listing_phase (opens_at, listing_id);
CREATE INDEX listing_phase_kind ON listing_phase (kind, closes_at, opens_at, listing_id);

CREATE TABLE listing_theme (
    listing_id BLOB NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Those of the consultation: what is used now is counted here.
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    PRIMARY KEY (listing_id, position)
);
CREATE INDEX listing_theme_key ON listing_theme (key, closes_at, opens_at, listing_id, name);

-- The terms by which they are found, made by domain::search.
CREATE TABLE listing_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    listing_id BLOB NOT NULL UNIQUE REFERENCES listing (id) ON DELETE CASCADE,
    title_terms TEXT NOT NULL,
    body_terms TEXT NOT NULL
);
CREATE VIRTUAL TABLE listing_index USING fts5 (
    title_terms, body_terms, content = 'listing_text', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
);
CREATE TRIGGER listing_text_inserted AFTER INSERT ON listing_text BEGIN
    INSERT INTO listing_index (rowid, title_terms, body_terms) VALUES (new.id, new.title_terms, new.body_terms);
END;
CREATE TRIGGER listing_text_deleted AFTER DELETE ON listing_text BEGIN
    INSERT INTO listing_index (listing_index, rowid, title_terms, body_terms) VALUES ('delete', old.id, old.title_terms, old.body_terms);
END;
CREATE TRIGGER listing_text_updated AFTER UPDATE ON listing_text BEGIN
    INSERT INTO listing_index (listing_index, rowid, title_terms, body_terms) VALUES ('delete', old.id, old.title_terms, old.body_terms);
    INSERT INTO listing_index (rowid, title_terms, body_terms) VALUES (new.id, new.title_terms, new.body_terms);
END;

-- One row when the collectivity agrees that its figures stand beside those of others.
CREATE TABLE comparison_consent (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    given_at BIGINT NOT NULL
);

-- Those who are followed already are read at the next occasion.
INSERT INTO listing_source (actor_id, kind, comparable, next_at, round_pages)
SELECT DISTINCT a.id, 'other', FALSE, 0, 0 FROM follow f JOIN actor a ON a.id = f.followed_id
WHERE f.state = 'accepted' AND a.kind = 'organization' AND a.host <> '';
