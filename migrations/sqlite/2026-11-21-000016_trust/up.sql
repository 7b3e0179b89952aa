-- Territories know each other: what a collectivity says of its territory, and which of them recognise each other (docs/decisions/0019).

ALTER TABLE instance ADD COLUMN parent_territory TEXT NOT NULL DEFAULT '';
ALTER TABLE instance ADD COLUMN data_controller TEXT NOT NULL DEFAULT '';
ALTER TABLE instance ADD COLUMN data_contact TEXT NOT NULL DEFAULT '';

-- What the collectivity of another server says of itself now. Nobody has checked it.
CREATE TABLE peer_territory (
    actor_id BLOB PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    insee_code TEXT,
    siren TEXT,
    parent TEXT NOT NULL,
    controller TEXT NOT NULL,
    contact TEXT NOT NULL,
    read_at BIGINT NOT NULL
);
CREATE INDEX peer_territory_insee ON peer_territory (insee_code);
CREATE INDEX peer_territory_siren ON peer_territory (siren);

-- Each exchange by which two collectivities recognise each other, or did not. One of them is always ours; the actor is the other.
CREATE TABLE recognition (
    id BLOB PRIMARY KEY,
    -- The address of the proposal, on the server of the one who proposed.
    uri TEXT NOT NULL UNIQUE,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    ours BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    -- The address of the answer, on the server of the one who answered.
    answer TEXT,
    proposed_at BIGINT NOT NULL,
    answered_at BIGINT,
    ended_at BIGINT,
    ended_here BOOLEAN NOT NULL DEFAULT FALSE,
    -- Who said yes or no here.
    made_by BLOB REFERENCES actor (id) ON DELETE SET NULL,
    -- What the other one signed for: its territory as it was when it said yes, and the document with its proof.
    kind TEXT NOT NULL DEFAULT '',
    insee_code TEXT,
    siren TEXT,
    parent TEXT NOT NULL DEFAULT '',
    controller TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    statement TEXT
);
-- At most one exchange in each direction is under way or holds.
CREATE UNIQUE INDEX recognition_live ON recognition (actor_id, ours) WHERE state IN ('proposed', 'held', 'official');
CREATE INDEX recognition_state ON recognition (state, answered_at);
CREATE INDEX recognition_actor ON recognition (actor_id, proposed_at);
CREATE INDEX recognition_insee ON recognition (insee_code);
CREATE INDEX recognition_siren ON recognition (siren);
