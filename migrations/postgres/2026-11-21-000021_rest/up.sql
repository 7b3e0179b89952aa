-- What the one who opened a vote answered to the grid of what is at stake: as the vote, it does not change once it is published.
CREATE TABLE vote_risk (
    box_id UUID PRIMARY KEY REFERENCES ballot_box (id) ON DELETE CASCADE,
    answers TEXT NOT NULL
);
