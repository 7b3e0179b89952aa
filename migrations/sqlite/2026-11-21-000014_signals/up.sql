-- What the fediverse answers to polls: a signal, counted apart, never a ballot (docs/decisions/0018). And discussions in two columns.

-- The answers of accounts of other servers while a poll is open; gone once it is closed.
CREATE TABLE signal_voice (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    option_number INTEGER NOT NULL,
    -- SHA-256 of the activity that brought it, and of the thing that it published with its author: by these it is taken back.
    activity BLOB NOT NULL,
    thing BLOB NOT NULL,
    PRIMARY KEY (box_id, actor_id, option_number)
);
CREATE INDEX signal_voice_actor ON signal_voice (actor_id);

-- What was counted at closing: option 0 is the number of voters.
CREATE TABLE signal_total (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    option_number INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    PRIMARY KEY (box_id, option_number)
);

-- What other servers were told of a poll, and whether a job waits to tell them more.
CREATE TABLE signal_told (
    box_id BLOB PRIMARY KEY REFERENCES ballot_box (id) ON DELETE CASCADE,
    voters INTEGER NOT NULL,
    told_at BIGINT NOT NULL,
    waits BOOLEAN NOT NULL
);

CREATE INDEX ballot_box_contribution ON ballot_box (contribution_id);

-- Discussions that show what speaks for and against side by side.
CREATE TABLE sided_discussion (
    contribution_id BLOB PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE
);

-- Consultations whose proposals get an official answer once they have as many supports as the consultation says.
CREATE TABLE promised_answer (
    consultation_id BLOB PRIMARY KEY REFERENCES consultation (id) ON DELETE CASCADE
);
