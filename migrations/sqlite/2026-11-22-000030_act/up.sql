-- What people do after and beside a consultation: initiatives and petitions (docs/decisions/0033).

CREATE TABLE initiative (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    consultation_id BLOB REFERENCES consultation (id) ON DELETE SET NULL,
    -- Whoever promotes it; none once their account is erased.
    promoter_id BLOB REFERENCES actor (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- Where one acts, https; empty: nowhere else.
    link TEXT NOT NULL,
    closes_at BIGINT,
    -- Of a petition: what the rules said when it was admitted. 0 for the others.
    threshold INTEGER NOT NULL,
    answer_days INTEGER NOT NULL,
    act_count INTEGER NOT NULL,
    -- Why it was not admitted: a code, and words.
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    published_at BIGINT,
    edited_at BIGINT NOT NULL,
    reached_at BIGINT,
    -- The last day for the answer, 2026-11-22.
    answer_due_on TEXT,
    answer_state TEXT NOT NULL,
    answer TEXT NOT NULL,
    answer_signed TEXT NOT NULL,
    answered_at BIGINT
);
CREATE INDEX initiative_state ON initiative (state, published_at);
CREATE INDEX initiative_consultation ON initiative (consultation_id);
CREATE INDEX initiative_promoter ON initiative (promoter_id);

-- Who acted or signed. Their number is public; a name only where its owner wants it to be.
CREATE TABLE initiative_act (
    initiative_id BLOB NOT NULL REFERENCES initiative (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    named BOOLEAN NOT NULL,
    acted_at BIGINT NOT NULL,
    PRIMARY KEY (initiative_id, actor_id)
);
CREATE INDEX initiative_act_actor ON initiative_act (actor_id);

-- What the collectivity promises about petitions. Without a line, there are none.
CREATE TABLE petition_rules (
    id INTEGER PRIMARY KEY,
    is_open BOOLEAN NOT NULL,
    threshold INTEGER NOT NULL,
    days INTEGER NOT NULL,
    answer_days INTEGER NOT NULL,
    edited_at BIGINT NOT NULL
);
