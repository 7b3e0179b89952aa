-- Texts that are discussed by paragraphs (docs/decisions/0032).

CREATE TABLE draft_text (
    id BLOB PRIMARY KEY,
    consultation_id BLOB NOT NULL UNIQUE REFERENCES consultation (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    introduction TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Raised by every change, so that two agents do not overwrite each other.
    revision INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT NOT NULL,
    opened_at BIGINT,
    closed_at BIGINT,
    settled_at BIGINT
);

CREATE TABLE paragraph (
    id BLOB PRIMARY KEY,
    text_id BLOB NOT NULL REFERENCES draft_text (id) ON DELETE CASCADE,
    -- Its place in the text, from 0.
    rank INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- From 1; 0 for a heading.
    number INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX paragraph_text ON paragraph (text_id, rank);

-- What is said of a paragraph: each is a contribution.
CREATE TABLE said_on_paragraph (
    contribution_id BLOB PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    paragraph_id BLOB NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
    -- A remark, or what should be done with the paragraph.
    word TEXT NOT NULL,
    -- The proposed words; empty where there are none.
    wording TEXT NOT NULL,
    outcome TEXT NOT NULL,
    -- The words that stand in the text, once something of it is kept.
    kept TEXT,
    decided_at BIGINT
);
CREATE INDEX said_on_paragraph_paragraph ON said_on_paragraph (paragraph_id);

CREATE TABLE paragraph_support (
    paragraph_id BLOB NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
    actor_id BLOB NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (paragraph_id, actor_id)
);
CREATE INDEX paragraph_support_actor ON paragraph_support (actor_id);
