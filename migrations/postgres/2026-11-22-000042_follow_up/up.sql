-- What is promised on the way to a commitment (docs/decisions/0030).
CREATE TABLE commitment_milestone (
    id UUID PRIMARY KEY,
    commitment_id UUID NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    -- The promised day, 2026-11-22.
    due_on TEXT NOT NULL,
    -- The day it was reached; nothing as long as it is not.
    reached_on TEXT,
    added_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX commitment_milestone_of ON commitment_milestone (commitment_id, due_on);

-- Where a service that reports are given to gets its letters (docs/decisions/0028). It is known by its name.
CREATE TABLE street_service (
    name TEXT PRIMARY KEY,
    email TEXT NOT NULL
);

-- When an agent was last written to because reports of theirs became late.
CREATE TABLE street_reminder (
    agent_id UUID PRIMARY KEY REFERENCES actor (id) ON DELETE CASCADE,
    told_at TIMESTAMPTZ NOT NULL
);

-- When the letter that asks an address for its confirmation left; nothing while it has not.
ALTER TABLE street_follower ADD COLUMN asked_at TIMESTAMPTZ;
CREATE INDEX street_report_agent ON street_report (agent_id, due_at);
CREATE INDEX street_report_service ON street_report (service);
