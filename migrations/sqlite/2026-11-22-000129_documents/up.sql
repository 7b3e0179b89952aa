-- Documents of a consultation, with all their versions (docs/decisions/0032).

CREATE TABLE document (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX document_consultation ON document (consultation_id, created_at);

CREATE TABLE document_version (
    document_id BLOB NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- Made by us of the title.
    file_name TEXT NOT NULL,
    -- In bytes.
    size INTEGER NOT NULL,
    -- SHA-256 of the bytes, in lower-case hexadecimals.
    digest TEXT NOT NULL,
    -- What changed since the version before; empty for the first.
    note TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document_id, version)
);
