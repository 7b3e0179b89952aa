-- The public record: an append-only log of salted hashes, its signed checkpoints, and what is known of the records of others (docs/decisions/0022).

-- One row: which log is kept, and whether it may go on.
CREATE TABLE record_state (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    generation INTEGER NOT NULL,
    state TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL
);

-- Keys (Ed25519; private as PKCS #8, public as a verifier key): of each log that was kept, and of this instance as a witness (generation 0).
CREATE TABLE record_key (
    generation INTEGER NOT NULL,
    role TEXT NOT NULL,
    private BYTEA NOT NULL,
    verifier TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (generation, role)
);

-- Lines of the journal that are not in the record yet: written with the line.
CREATE TABLE record_pending (
    journal_id BIGINT PRIMARY KEY
);

CREATE TABLE record_entry (
    place BIGINT PRIMARY KEY,
    journal_id BIGINT NOT NULL UNIQUE,
    object_id UUID NOT NULL,
    kind TEXT NOT NULL,
    leaf BYTEA NOT NULL,
    entry TEXT NOT NULL
);
CREATE INDEX record_entry_object ON record_entry (object_id, place);

-- What was hashed, and its salt: gone when the content is erased.
CREATE TABLE record_content (
    place BIGINT PRIMARY KEY,
    object_id UUID NOT NULL,
    salt BYTEA NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX record_content_object ON record_content (object_id);

-- The hashes of the tree from level 1: the root of each full tile of the level below.
CREATE TABLE record_node (
    level SMALLINT NOT NULL,
    place BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (level, place)
);

CREATE TABLE record_checkpoint (
    size BIGINT PRIMARY KEY,
    root BYTEA NOT NULL,
    note TEXT NOT NULL,
    made_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE record_cosignature (
    size BIGINT NOT NULL REFERENCES record_checkpoint (size) ON DELETE CASCADE,
    witness TEXT NOT NULL,
    line TEXT NOT NULL,
    cosigned_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (size, witness)
);

-- The records of other collectivities: what this instance saw of them as their witness, and how far they are as witnesses of this one.
CREATE TABLE record_peer (
    actor_id UUID PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    origin TEXT NOT NULL UNIQUE,
    log_key TEXT NOT NULL,
    witness_key TEXT NOT NULL,
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    note TEXT NOT NULL,
    seen_at TIMESTAMPTZ,
    cosigned BIGINT NOT NULL,
    learnt_at TIMESTAMPTZ NOT NULL
);

-- Evidence that a record was forked or went back: two checkpoints that cannot both be true.
CREATE TABLE record_fork (
    id UUID PRIMARY KEY,
    origin TEXT NOT NULL,
    found_at TIMESTAMPTZ NOT NULL,
    known TEXT NOT NULL,
    refused TEXT NOT NULL,
    -- Whether the two contradict each other by themselves: else a proof was wrong, which goes when a right one comes.
    proven BOOLEAN NOT NULL
);
CREATE INDEX record_fork_found ON record_fork (found_at);

-- What happened before there was a record is entered first, in its order.
INSERT INTO record_pending (journal_id)
SELECT id FROM journal WHERE kind IN (
    'consultation_published', 'consultation_edited', 'proposal_published', 'discussion_started', 'reply_published', 'contribution_edited',
    'contribution_withdrawn', 'contribution_hidden', 'contribution_restored', 'answered_officially', 'vote_published', 'vote_opened',
    'vote_cancelled', 'vote_closed', 'option_withdrawn', 'questionnaire_results_published', 'works_reported'
);
