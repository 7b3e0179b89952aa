-- A ballot box can hold a budget, its options can be projects, and it says what was not counted and by which digest its record is known.

-- The money to share out, in cents; 0 where nothing is bought.
ALTER TABLE ballot_box ADD COLUMN budget BIGINT NOT NULL DEFAULT 0;
-- SHA-256 of the published record, lower-case hexadecimal, taken at closing.
ALTER TABLE ballot_box ADD COLUMN digest TEXT;
ALTER TABLE ballot_option ADD COLUMN contribution_id UUID REFERENCES contribution (id) ON DELETE SET NULL;
CREATE INDEX ballot_option_contribution ON ballot_option (contribution_id);

-- Ballots that came and were not counted, by a word for the reason: how many, never which or whose.
CREATE TABLE uncounted (
    box_id UUID NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    ballots BIGINT NOT NULL,
    PRIMARY KEY (box_id, reason)
);
