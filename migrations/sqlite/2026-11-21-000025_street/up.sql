-- Reports from the street (docs/decisions/0028).

-- What can be reported, who looks after it, and how fast.
CREATE TABLE street_category (
    id BLOB PRIMARY KEY,
    position INTEGER NOT NULL,
    -- Its name for programs; never changes.
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    family TEXT NOT NULL,
    description TEXT NOT NULL,
    service TEXT NOT NULL,
    referent_id BLOB REFERENCES actor (id),
    -- Days within which it is promised to be done; 0 for no promise.
    days INTEGER NOT NULL,
    -- The collectivity of another server that is competent.
    competent_id BLOB REFERENCES actor (id),
    -- Whether its reports are seen by agents and by whoever made them only.
    private BOOLEAN NOT NULL,
    closed_at BIGINT
);

CREATE TABLE street_report (
    -- The number that people know it by.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    category_id BLOB NOT NULL REFERENCES street_category (id),
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    address TEXT NOT NULL,
    latitude DOUBLE,
    longitude DOUBLE,
    photo_id BLOB REFERENCES media (id),
    state TEXT NOT NULL,
    reason TEXT,
    -- Who is competent, in words, where it is somebody else.
    competent TEXT NOT NULL,
    service TEXT NOT NULL,
    agent_id BLOB REFERENCES actor (id),
    channel TEXT NOT NULL,
    private BOOLEAN NOT NULL,
    hidden_at BIGINT,
    duplicate_of BLOB REFERENCES street_report (id),
    followers INTEGER NOT NULL,
    reported_at BIGINT NOT NULL,
    -- Since when it counts; nothing while its address is not confirmed.
    confirmed_at BIGINT,
    due_at BIGINT,
    changed_at BIGINT NOT NULL,
    closed_at BIGINT
);
CREATE INDEX street_report_queue ON street_report (state, confirmed_at);
CREATE INDEX street_report_place ON street_report (latitude, longitude);
CREATE INDEX street_report_category ON street_report (category_id, confirmed_at);
CREATE INDEX street_report_day ON street_report (confirmed_at);

-- Whoever made a report or follows it, with an account or an address. Private: nothing of it is shown or leaves.
CREATE TABLE street_follower (
    id BLOB PRIMARY KEY,
    report_id BLOB NOT NULL REFERENCES street_report (id) ON DELETE CASCADE,
    actor_id BLOB REFERENCES account (actor_id) ON DELETE CASCADE,
    email TEXT,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- What opens their page from a letter.
    secret TEXT NOT NULL UNIQUE,
    reporter BOOLEAN NOT NULL,
    confirmed BOOLEAN NOT NULL,
    since BIGINT NOT NULL
);
CREATE UNIQUE INDEX street_follower_actor ON street_follower (report_id, actor_id);
CREATE UNIQUE INDEX street_follower_email ON street_follower (report_id, email);
CREATE INDEX street_follower_of ON street_follower (actor_id);
CREATE INDEX street_follower_address ON street_follower (email);

-- What happened to a report.
CREATE TABLE street_step (
    id BLOB PRIMARY KEY,
    report_id BLOB NOT NULL REFERENCES street_report (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    words TEXT NOT NULL,
    -- For agents only.
    note TEXT NOT NULL,
    service TEXT NOT NULL,
    agent_id BLOB REFERENCES actor (id),
    -- The collectivity that said so, where it was another one.
    said_by TEXT NOT NULL
);
CREATE INDEX street_step_report ON street_step (report_id, at);

-- Answers that agents give often.
CREATE TABLE street_template (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    words TEXT NOT NULL
);

-- A report that goes to the collectivity that is competent, or comes from one.
CREATE TABLE street_route (
    id BLOB PRIMARY KEY,
    report_id BLOB NOT NULL REFERENCES street_report (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id),
    inward BOOLEAN NOT NULL,
    -- Its page with the other collectivity: its address, where it came from there.
    uri TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    -- When the other one said something last, and how often it did.
    answered_at BIGINT,
    turn INTEGER NOT NULL,
    state TEXT NOT NULL,
    ended_at BIGINT,
    -- What the other one signed last.
    document TEXT NOT NULL
);
CREATE UNIQUE INDEX street_route_uri ON street_route (uri) WHERE inward;
CREATE INDEX street_route_report ON street_route (report_id);
CREATE INDEX street_route_open ON street_route (inward, ended_at);
