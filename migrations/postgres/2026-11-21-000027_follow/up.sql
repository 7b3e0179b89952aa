-- What becomes of a consultation: the collectivity's commitments, and its report on the consultation (docs/decisions/0030).

CREATE TABLE commitment (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Why it was given up; empty otherwise.
    reason TEXT NOT NULL,
    -- In hundredths, 0 to 100.
    progress INTEGER NOT NULL,
    -- In cents.
    cost BIGINT,
    -- The service or elected person who answers for it.
    responsible TEXT NOT NULL,
    promised_on TEXT,
    -- What was promised first: a day that is put off is not forgotten.
    first_promised_on TEXT,
    done_on TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ
);
CREATE INDEX commitment_consultation ON commitment (consultation_id, position);

-- The contributions a commitment comes from.
CREATE TABLE commitment_source (
    commitment_id UUID NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
    contribution_id UUID NOT NULL REFERENCES contribution (id) ON DELETE CASCADE,
    PRIMARY KEY (commitment_id, contribution_id)
);
CREATE INDEX commitment_source_contribution ON commitment_source (contribution_id);

-- How it went, step by step: what was told, and where it stood then.
CREATE TABLE commitment_news (
    id UUID PRIMARY KEY,
    commitment_id UUID NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    progress INTEGER NOT NULL,
    promised_on TEXT,
    written_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX commitment_news_commitment ON commitment_news (commitment_id, written_at);

-- The report on a consultation, as its agents write it; what is published of it stands below.
CREATE TABLE consultation_report (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL UNIQUE REFERENCES consultation (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    -- How often it was published; 0 as long as it was not.
    version INTEGER NOT NULL,
    -- Raised by every change, so that two agents do not overwrite each other.
    revision INTEGER NOT NULL,
    composed_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL
);

-- Each published version; none ever changes.
CREATE TABLE consultation_report_version (
    report_id UUID NOT NULL REFERENCES consultation_report (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    published_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (report_id, version)
);
