-- The whole house, first version. Instants are timestamps with time zone; ids are native UUIDs.

CREATE TABLE instance (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    secret BYTEA NOT NULL,
    collectivity_id UUID NOT NULL,
    territory_kind TEXT NOT NULL,
    insee_code TEXT,
    siren TEXT,
    name TEXT NOT NULL,
    tagline TEXT NOT NULL DEFAULT '',
    introduction TEXT NOT NULL DEFAULT '',
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    accent TEXT NOT NULL,
    logo_id UUID,
    banner_id UUID,
    lang TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    contact TEXT NOT NULL DEFAULT '',
    legal_notice TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL,
    set_up_at TIMESTAMPTZ,
    revision BIGINT NOT NULL DEFAULT 1
);

-- Public side of everybody who acts. host is '' for actors of this instance.
CREATE TABLE actor (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    username TEXT NOT NULL,
    host TEXT NOT NULL DEFAULT '',
    uri TEXT UNIQUE,
    display_name TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMPTZ NOT NULL,
    erased_at TIMESTAMPTZ,
    UNIQUE (username, host)
);

-- Private side of a local person: never leaves the instance.
CREATE TABLE account (
    actor_id UUID PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    email TEXT UNIQUE NOT NULL,
    password_hash TEXT,
    role TEXT NOT NULL,
    lang TEXT NOT NULL,
    publish_abroad BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    suspended_at TIMESTAMPTZ
);
CREATE INDEX account_role ON account (role);

CREATE TABLE session (
    token_hash BYTEA PRIMARY KEY,
    actor_id UUID NOT NULL REFERENCES account (actor_id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX session_actor ON session (actor_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE login_link (
    token_hash BYTEA PRIMARY KEY,
    purpose TEXT NOT NULL,
    actor_id UUID REFERENCES account (actor_id) ON DELETE CASCADE,
    email TEXT,
    name TEXT,
    lang TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX login_link_expiry ON login_link (expires_at);

CREATE TABLE api_token (
    token_hash BYTEA PRIMARY KEY,
    actor_id UUID NOT NULL REFERENCES account (actor_id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE media (
    id UUID PRIMARY KEY,
    content_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    alt TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE consultation (
    id UUID PRIMARY KEY,
    actor_id UUID NOT NULL UNIQUE REFERENCES actor (id),
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
    cover_id UUID,
    support_threshold INTEGER NOT NULL,
    published_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ,
    revision INTEGER NOT NULL DEFAULT 1,
    contribution_count INTEGER NOT NULL DEFAULT 0,
    reply_count INTEGER NOT NULL DEFAULT 0,
    support_count INTEGER NOT NULL DEFAULT 0,
    participant_count INTEGER NOT NULL DEFAULT 0,
    answer_count INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX consultation_public ON consultation (published_at, closes_at);

CREATE TABLE phase (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    propose TEXT NOT NULL,
    discuss TEXT NOT NULL,
    reply TEXT NOT NULL,
    support TEXT NOT NULL
);
CREATE INDEX phase_consultation ON phase (consultation_id, opens_at);

CREATE TABLE theme (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (consultation_id, name)
);

CREATE TABLE contribution (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL REFERENCES consultation (id),
    kind TEXT NOT NULL,
    root_id UUID REFERENCES contribution (id),
    parent_id UUID REFERENCES contribution (id),
    thread_id UUID REFERENCES contribution (id),
    depth SMALLINT NOT NULL,
    stance TEXT,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    lang TEXT NOT NULL,
    theme_id UUID REFERENCES theme (id) ON DELETE SET NULL,
    author_id UUID REFERENCES actor (id),
    author_name TEXT,
    origin TEXT NOT NULL,
    uri TEXT UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ,
    active_at TIMESTAMPTZ NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    withdrawn_at TIMESTAMPTZ,
    hidden_at TIMESTAMPTZ,
    support_count INTEGER NOT NULL DEFAULT 0,
    reply_count INTEGER NOT NULL DEFAULT 0,
    answer_state TEXT,
    answered_at TIMESTAMPTZ,
    quality_at TIMESTAMPTZ,
    impact_at TIMESTAMPTZ,
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
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (contribution_id, version)
);

CREATE TABLE support (
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    actor_id UUID NOT NULL REFERENCES actor (id),
    given_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (contribution_id, actor_id)
);
CREATE INDEX support_actor ON support (actor_id);

CREATE TABLE participant (
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    actor_id UUID NOT NULL REFERENCES actor (id),
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (consultation_id, actor_id)
);

CREATE TABLE official_answer (
    id UUID PRIMARY KEY,
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    author_id UUID REFERENCES actor (id),
    answered_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX official_answer_contribution ON official_answer (contribution_id, answered_at);

-- Why a contribution was hidden: a statement of reasons for every restriction.
CREATE TABLE restriction (
    id UUID PRIMARY KEY,
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    moderator_id UUID REFERENCES actor (id),
    imposed_at TIMESTAMPTZ NOT NULL,
    lifted_at TIMESTAMPTZ
);
CREATE INDEX restriction_contribution ON restriction (contribution_id, imposed_at);

CREATE TABLE report (
    id UUID PRIMARY KEY,
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    reporter_id UUID REFERENCES actor (id),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    reported_at TIMESTAMPTZ NOT NULL,
    decided_at TIMESTAMPTZ,
    decision TEXT,
    decided_by UUID REFERENCES actor (id),
    UNIQUE (contribution_id, reporter_id)
);
CREATE INDEX report_queue ON report (decided_at, reported_at);

-- Where an imported contribution comes from, and what was counted there: shown apart, never added to our own counts.
CREATE TABLE imported (
    contribution_id UUID PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    source_id TEXT NOT NULL,
    source_url TEXT NOT NULL,
    supports INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    digest BYTEA NOT NULL,
    imported_at TIMESTAMPTZ NOT NULL,
    UNIQUE (source, source_id)
);

-- Letters waiting to be sent; a row goes once its letter has left.
CREATE TABLE letter (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    name TEXT NOT NULL,
    lang TEXT NOT NULL,
    link TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE journal (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    kind TEXT NOT NULL,
    actor_id UUID,
    subject_id UUID,
    consultation_id UUID,
    detail TEXT
);
CREATE INDEX journal_kind ON journal (kind, at);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_subject ON journal (subject_id);

CREATE TABLE job (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id UUID,
    state TEXT NOT NULL,
    run_at TIMESTAMPTZ NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until TIMESTAMPTZ,
    last_error TEXT,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX job_due ON job (state, run_at);

-- Who asked to be forgotten: replayed after a restore, so that a backup never brings them back.
CREATE TABLE erasure (
    actor_id UUID PRIMARY KEY,
    erased_at TIMESTAMPTZ NOT NULL,
    remains TEXT NOT NULL
);

-- Search: the stems of every text, made by the same code for both databases; the index over them is each database's own.
CREATE TABLE search_text (
    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    subject_id UUID NOT NULL UNIQUE,
    consultation_id UUID NOT NULL,
    title_terms TEXT NOT NULL,
    body_terms TEXT NOT NULL,
    terms TSVECTOR GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_terms), 'A') || setweight(to_tsvector('simple', body_terms), 'B')
    ) STORED
);
CREATE INDEX search_index ON search_text USING gin (terms);
