-- Participatory budgets: envelopes, the projects in them, and how the works go (docs/decisions/0015).

CREATE TABLE envelope (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    district TEXT NOT NULL,
    amount BIGINT NOT NULL,
    most BIGINT NOT NULL,
    -- Its vote. No reference: a draft that is replaced is deleted and made again under the same id.
    box_id BLOB,
    settled_at BIGINT
);
CREATE INDEX envelope_consultation ON envelope (consultation_id, position);

CREATE TABLE project (
    contribution_id BLOB PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    consultation_id BLOB NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    envelope_id BLOB NOT NULL REFERENCES envelope (id),
    place TEXT NOT NULL,
    asked BIGINT,
    state TEXT NOT NULL,
    -- Who studies it: a service of the collectivity, and one of its agents.
    service TEXT NOT NULL,
    agent_id BLOB REFERENCES actor (id) ON DELETE SET NULL,
    verdict TEXT,
    cost BIGINT,
    -- What will be published with the decision; nobody else reads it before.
    reasons TEXT NOT NULL,
    decided_at BIGINT,
    merged_into BLOB REFERENCES contribution (id) ON DELETE SET NULL,
    works TEXT,
    promised_on TEXT,
    done_on TEXT,
    works_at BIGINT
);
CREATE INDEX project_consultation ON project (consultation_id, state);
CREATE INDEX project_envelope ON project (envelope_id, state);
CREATE INDEX project_merged ON project (merged_into);

-- What services write to each other: never leaves the back office.
CREATE TABLE project_note (
    id BLOB PRIMARY KEY,
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    author_id BLOB REFERENCES actor (id) ON DELETE SET NULL,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL
);
CREATE INDEX project_note_contribution ON project_note (contribution_id, written_at);

-- News of the works, for everybody.
CREATE TABLE project_news (
    id BLOB PRIMARY KEY,
    contribution_id BLOB NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    written_at BIGINT NOT NULL
);
CREATE INDEX project_news_contribution ON project_news (contribution_id, written_at);
