-- Ways to a ballot without an account, and paper (docs/decisions/0017). Names, addresses and codes are kept only as digests under the key of
-- their box, and all of it but the paper's figures ends with the box.

-- The codes of letters: the mark that each leaves on the roll.
CREATE TABLE ballot_code (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    mark BLOB NOT NULL,
    number INTEGER NOT NULL,
    cancelled BOOLEAN NOT NULL,
    PRIMARY KEY (box_id, mark)
) WITHOUT ROWID;
CREATE UNIQUE INDEX ballot_code_number ON ballot_code (box_id, number);

-- Who has just proved who they are and votes now: gone once used.
CREATE TABLE ballot_pass (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    mark BLOB NOT NULL,
    level TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (box_id, hash)
) WITHOUT ROWID;
CREATE INDEX ballot_pass_mark ON ballot_pass (box_id, mark);
CREATE INDEX ballot_pass_expiry ON ballot_pass (expires_at);

-- The list of those who may vote: the names of the fields that tell them apart, and a digest of each person's.
CREATE TABLE ballot_list (
    box_id BLOB PRIMARY KEY REFERENCES ballot_box (id) ON DELETE CASCADE,
    fields TEXT NOT NULL,
    persons INTEGER NOT NULL
);
CREATE TABLE ballot_entry (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    entry BLOB NOT NULL,
    persons INTEGER NOT NULL,
    PRIMARY KEY (box_id, entry)
) WITHOUT ROWID;

-- Paper: batches typed twice, their lines until both agree, and what was found when all was counted.
CREATE TABLE paper_batch (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    size INTEGER NOT NULL,
    spoiled INTEGER NOT NULL,
    first_by BLOB,
    PRIMARY KEY (box_id, number)
) WITHOUT ROWID;
CREATE TABLE paper_line (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    batch INTEGER NOT NULL,
    turn INTEGER NOT NULL,
    line INTEGER NOT NULL,
    choice TEXT NOT NULL,
    PRIMARY KEY (box_id, batch, turn, line)
) WITHOUT ROWID;
CREATE TABLE paper_count (
    box_id BLOB PRIMARY KEY REFERENCES ballot_box (id) ON DELETE CASCADE,
    ended_at BIGINT NOT NULL,
    settled_at BIGINT,
    ballots INTEGER NOT NULL,
    spoiled INTEGER NOT NULL,
    marks INTEGER NOT NULL,
    reason TEXT NOT NULL
);
