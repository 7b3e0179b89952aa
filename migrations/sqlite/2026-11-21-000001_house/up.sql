-- The whole house, first version. Instants are microseconds since 1970 (UTC); ids are 16 bytes.

CREATE TABLE instance (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    secret BLOB NOT NULL,
    collectivity_id BLOB NOT NULL,
    territory_kind TEXT NOT NULL,
    insee_code TEXT,
    siren TEXT,
    name TEXT NOT NULL,
    tagline TEXT NOT NULL DEFAULT '',
    introduction TEXT NOT NULL DEFAULT '',
    latitude DOUBLE,
    longitude DOUBLE,
    accent TEXT NOT NULL,
    logo_id BLOB,
    banner_id BLOB,
    lang TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT '',
    legal_notice TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    set_up_at BIGINT,
    revision BIGINT NOT NULL DEFAULT 1
);

-- Public side of everybody who acts. host is '' for actors of this instance.
CREATE TABLE actor (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    username TEXT NOT NULL,
    host TEXT NOT NULL DEFAULT '',
    uri TEXT UNIQUE,
    display_name TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    erased_at BIGINT,
    UNIQUE (username, host)
);

-- Private side of a local person: never leaves the instance.
CREATE TABLE account (
    actor_id BLOB PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    email TEXT UNIQUE NOT NULL,
    password_hash TEXT,
    role TEXT NOT NULL,
    lang TEXT NOT NULL,
    publish_abroad BOOLEAN NOT NULL DEFAULT FALSE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    suspended_at BIGINT
);
CREATE INDEX account_role ON account (role);

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    actor_id BLOB NOT NULL REFERENCES account (actor_id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_actor ON session (actor_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE login_link (
    token_hash BLOB PRIMARY KEY,
    purpose TEXT NOT NULL,
    actor_id BLOB REFERENCES account (actor_id) ON DELETE CASCADE,
    email TEXT,
    name TEXT,
    lang TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX login_link_expiry ON login_link (expires_at);

CREATE TABLE api_token (
    token_hash BLOB PRIMARY KEY,
    actor_id BLOB NOT NULL REFERENCES account (actor_id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE media (
    id BLOB PRIMARY KEY,
    content_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    alt TEXT NOT NULL,
    bytes BLOB NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE consultation (
    id BLOB PRIMARY KEY,
    actor_id BLOB NOT NULL UNIQUE REFERENCES actor (id),
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    teaser TEXT NOT NULL,
    introduction TEXT NOT NULL,
    stakes TEXT NOT NULL,
    settled TEXT NOT NULL,
    open_points TEXT NOT NULL,
    input_use TEXT NOT NULL,
    participation TEXT NOT NULL,
    organiser TEXT NOT NULL,
    lang TEXT NOT NULL,
    cover_id BLOB,
    support_threshold INTEGER NOT NULL,
    published_at BIGINT,
    created_at BIGINT NOT NULL,
    edited_at BIGINT NOT NULL,
    closes_at BIGINT,
    revision INTEGER NOT NULL DEFAULT 1,
    contribution_count INTEGER NOT NULL DEFAULT 0,
    reply_count INTEGER NOT NULL DEFAULT 0,
    support_count INTEGER NOT NULL DEFAULT 0,
    participant_count INTEGER NOT NULL DEFAULT 0,
    answer_count INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX consultation_public ON consultation (published_at, closes_at);

CREATE TABLE phase (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    propose TEXT NOT NULL,
    discuss TEXT NOT NULL,
    reply TEXT NOT NULL,
    support TEXT NOT NULL
);
CREATE INDEX phase_consultation ON phase (consultation_id, opens_at);

CREATE TABLE theme (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (consultation_id, name)
);

CREATE TABLE contribution (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultation (id),
    kind TEXT NOT NULL,
    root_id BLOB REFERENCES contribution (id),
    parent_id BLOB REFERENCES contribution (id),
    thread_id BLOB REFERENCES contribution (id),
    depth SMALLINT NOT NULL,
    stance TEXT,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    lang TEXT NOT NULL,
    theme_id BLOB REFERENCES theme (id) ON DELETE SET NULL,
    author_id BLOB REFERENCES actor (id),
    author_name TEXT,
    origin TEXT NOT NULL,
    uri TEXT UNIQUE,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    active_at BIGINT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    withdrawn_at BIGINT,
    hidden_at BIGINT,
    support_count INTEGER NOT NULL DEFAULT 0,
    reply_count INTEGER NOT NULL DEFAULT 0,
    answer_state TEXT,
    answered_at BIGINT,
    quality_at BIGINT,
    impact_at BIGINT,
    shuffle BIGINT NOT NULL
);
CREATE INDEX contribution_list ON contribution (consultation_id, root_id, created_at);
CREATE INDEX contribution_support ON contribution (consultation_id, root_id, support_count);
CREATE INDEX contribution_thread ON contribution (root_id, thread_id, created_at);
CREATE INDEX contribution_author ON contribution (author_id, created_at);
CREATE INDEX contribution_answered ON contribution (consultation_id, answered_at);
CREATE INDEX contribution_parent ON contribution (parent_id);
CREATE INDEX contribution_quality ON contribution (consultation_id) WHERE quality_at IS NOT NULL;
CREATE INDEX contribution_impact ON contribution (consultation_id) WHERE impact_at IS NOT NULL;

CREATE TABLE contribution_version (
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (contribution_id, version)
);

CREATE TABLE support (
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id),
    given_at BIGINT NOT NULL,
    PRIMARY KEY (contribution_id, actor_id)
);
CREATE INDEX support_actor ON support (actor_id);

CREATE TABLE participant (
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id),
    since BIGINT NOT NULL,
    PRIMARY KEY (consultation_id, actor_id)
);

CREATE TABLE official_answer (
    id BLOB PRIMARY KEY,
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    author_id BLOB REFERENCES actor (id),
    answered_at BIGINT NOT NULL
);
CREATE INDEX official_answer_contribution ON official_answer (contribution_id, answered_at);

-- Why a contribution was hidden: a statement of reasons for every restriction.
CREATE TABLE restriction (
    id BLOB PRIMARY KEY,
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    moderator_id BLOB REFERENCES actor (id),
    imposed_at BIGINT NOT NULL,
    lifted_at BIGINT
);
CREATE INDEX restriction_contribution ON restriction (contribution_id, imposed_at);

CREATE TABLE report (
    id BLOB PRIMARY KEY,
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    reporter_id BLOB REFERENCES actor (id),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    reported_at BIGINT NOT NULL,
    decided_at BIGINT,
    decision TEXT,
    decided_by BLOB REFERENCES actor (id),
    UNIQUE (contribution_id, reporter_id)
);
CREATE INDEX report_queue ON report (decided_at, reported_at);

-- Where an imported contribution comes from, and what was counted there: shown apart, never added to our own counts.
CREATE TABLE imported (
    contribution_id BLOB PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    source_id TEXT NOT NULL,
    source_url TEXT NOT NULL,
    supports INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    digest BLOB NOT NULL,
    imported_at BIGINT NOT NULL,
    UNIQUE (source, source_id)
);

-- Letters waiting to be sent; a row goes once its letter has left.
CREATE TABLE letter (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    name TEXT NOT NULL,
    lang TEXT NOT NULL,
    link TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor_id BLOB,
    subject_id BLOB,
    consultation_id BLOB,
    detail TEXT
);
CREATE INDEX journal_kind ON journal (kind, at);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_subject ON journal (subject_id);

CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject_id BLOB,
    state TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX job_due ON job (state, run_at);

-- Who asked to be forgotten: replayed after a restore, so that a backup never brings them back.
CREATE TABLE erasure (
    actor_id BLOB PRIMARY KEY,
    erased_at BIGINT NOT NULL,
    remains TEXT NOT NULL
);

-- Search: the stems of every text, made by the same code for both databases; the index over them is each database's own.
CREATE TABLE search_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject_id BLOB NOT NULL UNIQUE,
    consultation_id BLOB NOT NULL,
    title_terms TEXT NOT NULL,
    body_terms TEXT NOT NULL
);

CREATE VIRTUAL TABLE search_index USING fts5 (
    title_terms, body_terms, content = 'search_text', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
);
CREATE TRIGGER search_text_inserted AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index (rowid, title_terms, body_terms) VALUES (new.id, new.title_terms, new.body_terms);
END;
CREATE TRIGGER search_text_deleted AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, title_terms, body_terms) VALUES ('delete', old.id, old.title_terms, old.body_terms);
END;
CREATE TRIGGER search_text_updated AFTER UPDATE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, title_terms, body_terms) VALUES ('delete', old.id, old.title_terms, old.body_terms);
    INSERT INTO search_index (rowid, title_terms, body_terms) VALUES (new.id, new.title_terms, new.body_terms);
END;
