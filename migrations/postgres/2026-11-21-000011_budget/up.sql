-- Participatory budgets: envelopes, the projects in them, and how the works go (docs/decisions/0015).

CREATE TABLE envelope (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    district TEXT NOT NULL,
    amount BIGINT NOT NULL,
    most BIGINT NOT NULL,
    -- Its vote. No reference: a draft that is replaced is deleted and made again under the same id.
    box_id UUID,
    settled_at TIMESTAMPTZ
);
CREATE INDEX envelope_consultation ON envelope (consultation_id, position);

CREATE TABLE project (
    contribution_id UUID PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    envelope_id UUID NOT NULL REFERENCES envelope (id),
    place TEXT NOT NULL,
    asked BIGINT,
    state TEXT NOT NULL,
    -- Who studies it: a service of the collectivity, and one of its agents.
    service TEXT NOT NULL,
    agent_id UUID REFERENCES actor (id) ON DELETE SET NULL,
    verdict TEXT,
    cost BIGINT,
    -- What will be published with the decision; nobody else reads it before.
    reasons TEXT NOT NULL,
    decided_at TIMESTAMPTZ,
    merged_into UUID REFERENCES contribution (id) ON DELETE SET NULL,
    works TEXT,
    promised_on TEXT,
    done_on TEXT,
    works_at TIMESTAMPTZ
);
CREATE INDEX project_consultation ON project (consultation_id, state);
CREATE INDEX project_envelope ON project (envelope_id, state);
CREATE INDEX project_merged ON project (merged_into);

-- What services write to each other: never leaves the back office.
CREATE TABLE project_note (
    id UUID PRIMARY KEY,
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    author_id UUID REFERENCES actor (id) ON DELETE SET NULL,
    body TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX project_note_contribution ON project_note (contribution_id, written_at);

-- News of the works, for everybody.
CREATE TABLE project_news (
    id UUID PRIMARY KEY,
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX project_news_contribution ON project_news (contribution_id, written_at);
