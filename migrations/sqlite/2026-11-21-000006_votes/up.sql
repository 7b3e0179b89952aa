-- Votes: what is asked, who has voted, and what was voted. The last two know nothing of each other (docs/decisions/0013).

CREATE TABLE ballot_box (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    contribution_id BLOB REFERENCES contribution (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    lang TEXT NOT NULL,
    form TEXT NOT NULL,
    rule TEXT NOT NULL,
    levels TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    live BOOLEAN NOT NULL,
    revote BOOLEAN NOT NULL,
    quorum INTEGER NOT NULL,
    population INTEGER NOT NULL,
    population_source TEXT NOT NULL,
    state TEXT NOT NULL,
    lots TEXT NOT NULL,
    -- The key of the marks of the roll: destroyed at closing.
    pepper BLOB,
    result TEXT,
    created_at BIGINT NOT NULL,
    published_at BIGINT,
    closed_at BIGINT
);
CREATE INDEX ballot_box_consultation ON ballot_box (consultation_id, opens_at);

CREATE TABLE ballot_option (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    cost BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    PRIMARY KEY (box_id, number)
);

-- Who has voted: no name, no time, no order of arrival.
CREATE TABLE roll (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    mark BLOB NOT NULL,
    level TEXT NOT NULL,
    channel TEXT NOT NULL,
    PRIMARY KEY (box_id, mark)
) WITHOUT ROWID;

-- What was voted: no voter, no time, no order of arrival.
CREATE TABLE ballot (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    receipt BLOB NOT NULL,
    choice TEXT NOT NULL,
    channel TEXT NOT NULL,
    PRIMARY KEY (box_id, receipt)
) WITHOUT ROWID;
