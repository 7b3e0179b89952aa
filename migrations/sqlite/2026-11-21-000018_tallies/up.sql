-- Votes that several territories hold together, and what each says of its own ballots (docs/decisions/0021).

-- A ballot box that is part of a common vote: at the organiser and at every carrier.
CREATE TABLE common_vote (
    box_id BLOB PRIMARY KEY REFERENCES ballot_box (id) ON DELETE CASCADE,
    -- The id of the organiser's vote, an address.
    vote_uri TEXT NOT NULL UNIQUE,
    -- The collectivity that holds it.
    organiser_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    -- The definition as the organiser signed it; empty at the organiser until it is told.
    definition TEXT NOT NULL,
    -- At the organiser: the result of the whole, and when it was counted last.
    result TEXT,
    counted_at BIGINT
);

-- What carriers say, as they signed it. Two different documents with one number are both kept: one of them is a lie.
CREATE TABLE tally (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    carrier_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    sequence BIGINT NOT NULL,
    -- SHA-256 of the canonical document, lower-case hexadecimal.
    digest TEXT NOT NULL,
    state TEXT NOT NULL,
    document TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    -- It came after the whole was counted.
    late BOOLEAN NOT NULL,
    -- What became of the comparison with the published ballots, and why they differ.
    checked TEXT NOT NULL,
    reason TEXT NOT NULL,
    checked_at BIGINT,
    PRIMARY KEY (box_id, carrier_id, sequence, digest)
);

-- The published ballots of a carrier, as they were read and compared.
CREATE TABLE tally_record (
    box_id BLOB NOT NULL REFERENCES ballot_box (id) ON DELETE CASCADE,
    carrier_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (box_id, carrier_id)
);
