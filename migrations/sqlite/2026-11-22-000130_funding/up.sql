-- The territory's projects that look for money, and what platforms report of them. No money is touched here (docs/decisions/0033).

CREATE TABLE funding_project (
    id BLOB PRIMARY KEY,
    consultation_id BLOB REFERENCES consultation (id) ON DELETE SET NULL,
    -- Who carries it.
    carrier TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- gift, loan or investment.
    mode TEXT NOT NULL,
    -- With a reward, or with interest.
    with_return BOOLEAN NOT NULL,
    -- Amounts in cents: what is looked for, what the whole project costs, what was raised.
    goal BIGINT NOT NULL,
    cost BIGINT,
    raised BIGINT NOT NULL,
    contributors INTEGER NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    -- The campaign on the platform, https.
    link TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    published_at BIGINT,
    edited_at BIGINT NOT NULL
);
CREATE INDEX funding_project_published ON funding_project (published_at);

-- What was reported, when and by whom: never changed.
CREATE TABLE funding_report (
    id BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES funding_project (id) ON DELETE CASCADE,
    raised BIGINT NOT NULL,
    contributors INTEGER NOT NULL,
    -- hand, file or platform.
    source TEXT NOT NULL,
    -- News of the project, in Markdown; may be empty.
    news TEXT NOT NULL,
    reported_at BIGINT NOT NULL
);
CREATE INDEX funding_report_project ON funding_report (project_id, reported_at);

-- The secret with which a platform signs what it reports, and the second of the last report that was taken.
CREATE TABLE funding_hook (
    project_id BLOB PRIMARY KEY REFERENCES funding_project (id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    last_second BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);
