-- What the one who opened a vote answered to the grid of what is at stake: as the vote, it does not change once it is published.
CREATE TABLE vote_risk (
    box_id UUID PRIMARY KEY REFERENCES ballot_box (id) ON DELETE CASCADE,
    answers TEXT NOT NULL
);

-- Mailboxes from which people voted by account or address, as keyed digests, so that several from one are seen; gone when the vote is closed.
CREATE TABLE roll_mailbox (
    box_id UUID NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    mark BYTEA NOT NULL,
    PRIMARY KEY (box_id, mark)
);

-- How many voters of a box gave a reason to look twice: a number for each reason, never who.
CREATE TABLE vote_flag (
    box_id UUID NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    voters BIGINT NOT NULL,
    PRIMARY KEY (box_id, reason)
);

-- What another rule would have bought with the same ballots, to be read beside the result.
CREATE TABLE vote_otherwise (
    box_id UUID PRIMARY KEY REFERENCES ballot_box (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    winners TEXT NOT NULL
);
