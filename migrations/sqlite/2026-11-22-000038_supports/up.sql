-- Supports that are given where a consultation is carried, told to its organiser as numbers (docs/decisions/0038).

-- Whether the home of what is supported counts this support itself, because it was told of it by name. Not known until that is decided; of what is
-- said here nobody is told.
ALTER TABLE support ADD COLUMN told_home BOOLEAN DEFAULT FALSE;
UPDATE support SET told_home = TRUE WHERE EXISTS (
    SELECT 1 FROM activity l WHERE l.object_id = support.contribution_id AND l.actor_id = support.actor_id AND l.kind = 'Like'
    AND NOT EXISTS (
        SELECT 1 FROM activity u WHERE u.object_id = l.object_id AND u.actor_id = l.actor_id AND u.kind = 'Undo' AND u.created_at >= l.created_at
    )
    -- What was refused does not stand there.
    AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.activity_id = l.id AND d.state = 'failed')
);

-- At who carries it: what of a contribution is still to be told to the organiser, and what was told last.
CREATE TABLE support_share (
    contribution_id BLOB PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    -- How often its supports changed, and up to which of these changes the organiser was told.
    changes BIGINT NOT NULL,
    told_changes BIGINT NOT NULL,
    told INTEGER,
    told_at BIGINT
);
CREATE INDEX support_share_due ON support_share (consultation_id, contribution_id) WHERE changes > told_changes;

-- At the organiser: how many people of a territory support a contribution, as that territory says.
CREATE TABLE territory_support (
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    carrier_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    uri TEXT NOT NULL,
    -- Nothing while the contribution has not come here.
    contribution_id BLOB REFERENCES contribution (id) ON DELETE CASCADE,
    supports INTEGER NOT NULL,
    -- A time of the territory's clock that only grows.
    revision BIGINT NOT NULL,
    heard_at BIGINT NOT NULL,
    PRIMARY KEY (consultation_id, carrier_id, uri)
);
CREATE INDEX territory_support_contribution ON territory_support (contribution_id, supports);
CREATE INDEX territory_support_waiting ON territory_support (uri) WHERE contribution_id IS NULL;
CREATE INDEX territory_support_ahead ON territory_support (consultation_id, carrier_id) WHERE contribution_id IS NULL;

-- The sum over the territories, so that a page costs the same however many there are.
CREATE TABLE territory_total (
    contribution_id BLOB PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    supports BIGINT NOT NULL,
    territories INTEGER NOT NULL
);

-- What was supported before is told once.
INSERT INTO support_share (contribution_id, consultation_id, changes, told_changes)
SELECT contribution.id, contribution.consultation_id, 1, 0
FROM contribution JOIN carried ON carried.consultation_id = contribution.consultation_id WHERE contribution.support_count > 0;
INSERT INTO job (kind, subject_id, state, run_at, created_at)
SELECT DISTINCT 'tell_supports', consultation_id, 'ready', unixepoch() * 1000000, unixepoch() * 1000000 FROM support_share;
