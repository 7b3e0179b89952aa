-- Meetings (docs/decisions/0029): of a consultation or of the collectivity, with the places that people take.

CREATE TABLE meeting (
    id UUID PRIMARY KEY,
    consultation_id UUID REFERENCES consultation (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    agenda TEXT NOT NULL,
    lang TEXT NOT NULL,
    venue TEXT NOT NULL,
    address TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    -- Where one joins on a screen; shown to those who have a place alone, if it says so.
    link TEXT NOT NULL,
    link_is_private BOOLEAN NOT NULL,
    begins_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    by_registration BOOLEAN NOT NULL,
    -- As many as come where there is none.
    places INTEGER,
    opens_at TIMESTAMPTZ,
    closes_at TIMESTAMPTZ,
    minutes TEXT NOT NULL,
    minutes_at TIMESTAMPTZ,
    cancel_reason TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    edited_at TIMESTAMPTZ NOT NULL,
    -- How often calendars must read it again (RFC 5545 §3.8.7.4).
    sequence INTEGER NOT NULL,
    taken_count INTEGER NOT NULL,
    waiting_count INTEGER NOT NULL,
    attended_count INTEGER NOT NULL,
    contribution_count INTEGER NOT NULL
);
CREATE INDEX meeting_consultation ON meeting (consultation_id, begins_at);
CREATE INDEX meeting_time ON meeting (begins_at);

-- Who comes. Private: no document of another server says it, and no page but the staff's and their own.
CREATE TABLE registration (
    id UUID PRIMARY KEY,
    meeting_id UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    actor_id UUID REFERENCES actor (id) ON DELETE CASCADE,
    email TEXT,
    name TEXT NOT NULL,
    lang TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The order in which they asked.
    rank INTEGER NOT NULL,
    -- What they say at the desk.
    code TEXT NOT NULL,
    -- SHA-256 of the secret of their page.
    key_hash BYTEA NOT NULL UNIQUE,
    -- The activity with which somebody of another server asked.
    activity TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    -- Which letter they were written last, so that none goes twice.
    told TEXT NOT NULL,
    UNIQUE (meeting_id, actor_id),
    UNIQUE (meeting_id, email),
    UNIQUE (meeting_id, code)
);
CREATE INDEX registration_order ON registration (meeting_id, state, rank);
CREATE INDEX registration_actor ON registration (actor_id);

-- What was said at a meeting and written down there.
CREATE TABLE said_at_meeting (
    contribution_id UUID PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    meeting_id UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE
);
CREATE INDEX said_at_meeting_meeting ON said_at_meeting (meeting_id);
