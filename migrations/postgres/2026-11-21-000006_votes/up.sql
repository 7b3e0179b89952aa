-- Votes: what is asked, who has voted, and what was voted. The last two know nothing of each other (docs/decisions/0013).

CREATE TABLE ballot_box (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    contribution_id UUID REFERENCES contribution (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    lang TEXT NOT NULL,
    form TEXT NOT NULL,
    rule TEXT NOT NULL,
    levels TEXT NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    live BOOLEAN NOT NULL,
    revote BOOLEAN NOT NULL,
    quorum INTEGER NOT NULL,
    population INTEGER NOT NULL,
    population_source TEXT NOT NULL,
    state TEXT NOT NULL,
    lots TEXT NOT NULL,
    -- The key of the marks of the roll: destroyed at closing.
    pepper BYTEA,
    result TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ
);
CREATE INDEX ballot_box_consultation ON ballot_box (consultation_id, opens_at);

CREATE TABLE ballot_option (
    box_id UUID NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    cost BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    PRIMARY KEY (box_id, number)
);

-- Who has voted: no name, no time, no order of arrival.
CREATE TABLE roll (
    box_id UUID NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    mark BYTEA NOT NULL,
    level TEXT NOT NULL,
    channel TEXT NOT NULL,
    PRIMARY KEY (box_id, mark)
);

-- What was voted: no voter, no time, no order of arrival.
CREATE TABLE ballot (
    box_id UUID NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    receipt BYTEA NOT NULL,
    choice TEXT NOT NULL,
    channel TEXT NOT NULL,
    PRIMARY KEY (box_id, receipt)
);
