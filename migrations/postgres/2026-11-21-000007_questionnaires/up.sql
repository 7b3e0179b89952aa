-- Questionnaires: their questions, the answers, and what was published of them. Nothing of this leaves the instance.

CREATE TABLE questionnaire (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    introduction TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    respondents TEXT NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    retention_days INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ,
    results_at TIMESTAMPTZ,
    results_note TEXT NOT NULL DEFAULT '',
    purged_at TIMESTAMPTZ,
    people INTEGER NOT NULL DEFAULT 0,
    expired INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX questionnaire_consultation ON questionnaire (consultation_id, created_at);

CREATE TABLE questionnaire_section (
    id UUID PRIMARY KEY,
    questionnaire_id UUID NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX questionnaire_section_of ON questionnaire_section (questionnaire_id, position);

CREATE TABLE questionnaire_question (
    id UUID PRIMARY KEY,
    questionnaire_id UUID NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    section_id UUID NOT NULL REFERENCES questionnaire_section (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    help TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    other BOOLEAN NOT NULL,
    least INTEGER NOT NULL,
    most INTEGER NOT NULL,
    low TEXT NOT NULL,
    high TEXT NOT NULL,
    if_question_id UUID,
    if_choice_id UUID
);
CREATE INDEX questionnaire_question_of ON questionnaire_question (questionnaire_id, position);

-- What a question offers, and the rows of a grid.
CREATE TABLE questionnaire_choice (
    id UUID PRIMARY KEY,
    questionnaire_id UUID NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    question_id UUID NOT NULL REFERENCES questionnaire_question (id) ON DELETE CASCADE,
    is_row BOOLEAN NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX questionnaire_choice_of ON questionnaire_choice (questionnaire_id, question_id, position);

-- Somebody's answer. An e-mail address is never kept: only a keyed digest of the mailbox it leads to, so that two answers from one are seen.
CREATE TABLE questionnaire_response (
    id UUID PRIMARY KEY,
    questionnaire_id UUID NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    actor_id UUID REFERENCES actor (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    key_hash BYTEA,
    confirm_hash BYTEA,
    mailbox BYTEA,
    alias BOOLEAN NOT NULL DEFAULT FALSE,
    reached INTEGER NOT NULL DEFAULT 0,
    started_at TIMESTAMPTZ NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ,
    UNIQUE (questionnaire_id, actor_id),
    UNIQUE (key_hash),
    UNIQUE (confirm_hash)
);
CREATE INDEX questionnaire_response_state ON questionnaire_response (questionnaire_id, state, id);
CREATE INDEX questionnaire_response_mailbox ON questionnaire_response (questionnaire_id, mailbox);
CREATE INDEX questionnaire_response_actor ON questionnaire_response (actor_id);
CREATE INDEX questionnaire_response_saved ON questionnaire_response (state, saved_at);

CREATE TABLE questionnaire_file (
    id UUID PRIMARY KEY,
    response_id UUID NOT NULL REFERENCES questionnaire_response (id) ON DELETE CASCADE,
    question_id UUID NOT NULL,
    content_type TEXT NOT NULL,
    bytes BYTEA NOT NULL
);
CREATE INDEX questionnaire_file_of ON questionnaire_file (response_id);

CREATE TABLE questionnaire_answer (
    response_id UUID NOT NULL REFERENCES questionnaire_response (id) ON DELETE CASCADE,
    question_id UUID NOT NULL,
    position INTEGER NOT NULL,
    choice_id UUID,
    row_id UUID,
    number INTEGER,
    body TEXT,
    file_id UUID,
    PRIMARY KEY (response_id, question_id, position)
);
CREATE INDEX questionnaire_answer_question ON questionnaire_answer (question_id, response_id);

-- The numbers as they were when the results were published: what happens to an answer afterwards changes them no more.
CREATE TABLE questionnaire_total (
    questionnaire_id UUID NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    question_id UUID NOT NULL,
    people BOOLEAN NOT NULL,
    choice_id UUID,
    row_id UUID,
    number INTEGER,
    total BIGINT NOT NULL,
    PRIMARY KEY (questionnaire_id, position)
);

-- Texts that an agent chose to publish. They go with the answer they are taken from.
CREATE TABLE questionnaire_quote (
    response_id UUID NOT NULL REFERENCES questionnaire_response (id) ON DELETE CASCADE,
    question_id UUID NOT NULL,
    questionnaire_id UUID NOT NULL REFERENCES questionnaire (id) ON DELETE CASCADE,
    chosen_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (response_id, question_id)
);
CREATE INDEX questionnaire_quote_of ON questionnaire_quote (questionnaire_id, question_id, chosen_at);
