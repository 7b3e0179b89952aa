-- What the collectivity tells: news and articles, a newsletter, words explained, pages of its own (docs/decisions/0031).

CREATE TABLE article (
    id BLOB PRIMARY KEY,
    -- In whose name it is: the collectivity, a person, an organisation; none once that is forgotten.
    author_id BLOB REFERENCES actor (id) ON DELETE SET NULL,
    -- The person who proposed it; private.
    written_by BLOB REFERENCES actor (id) ON DELETE SET NULL,
    consultation_id BLOB REFERENCES consultation (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- Why it was refused or withdrawn; empty otherwise.
    reason TEXT NOT NULL,
    -- How often it was published; 0 as long as it was not.
    version INTEGER NOT NULL,
    -- Raised by every change, so that two people do not overwrite each other.
    revision INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT NOT NULL,
    published_at BIGINT
);
CREATE INDEX article_published ON article (state, published_at);
CREATE INDEX article_consultation ON article (consultation_id, published_at);
CREATE INDEX article_writer ON article (written_by, created_at);

-- Each published version; none ever changes.
CREATE TABLE article_version (
    article_id BLOB NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (article_id, version)
);

-- Who gets the newsletter. The address is there as long as it is written to.
CREATE TABLE subscription (
    id BLOB PRIMARY KEY,
    email TEXT,
    lang TEXT NOT NULL,
    -- 'all', or the id of a consultation or of a theme.
    segment TEXT NOT NULL,
    consultation_id BLOB REFERENCES consultation (id) ON DELETE CASCADE,
    theme_id BLOB REFERENCES theme (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    -- What was agreed to, word by word.
    consent TEXT NOT NULL,
    key_hash BLOB NOT NULL UNIQUE,
    asked_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    ended_at BIGINT,
    UNIQUE (email, segment)
);
CREATE INDEX subscription_segment ON subscription (segment, state, id);
CREATE INDEX subscription_asked ON subscription (state, asked_at);

CREATE TABLE newsletter (
    id BLOB PRIMARY KEY,
    segment TEXT NOT NULL,
    consultation_id BLOB REFERENCES consultation (id) ON DELETE CASCADE,
    theme_id BLOB REFERENCES theme (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    lang TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT NOT NULL,
    sent_at BIGINT,
    -- The last subscription that was written to: the next letters begin after it.
    sent_to BLOB,
    letters INTEGER NOT NULL
);
CREATE INDEX newsletter_state ON newsletter (state, sent_at);

-- What an issue points to: news, meetings, consultations.
CREATE TABLE newsletter_item (
    newsletter_id BLOB NOT NULL REFERENCES newsletter (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target_id BLOB NOT NULL,
    PRIMARY KEY (newsletter_id, position)
);

-- Words explained.
CREATE TABLE glossary_term (
    id BLOB PRIMARY KEY,
    lang TEXT NOT NULL,
    term TEXT NOT NULL,
    -- The same without case and accents: for the order, and that none is there twice.
    sorted TEXT NOT NULL,
    explanation TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    UNIQUE (lang, sorted)
);

-- What the collectivity writes on the pages about itself: before what the pages say of themselves, or in its place.
CREATE TABLE legal_text (
    page TEXT NOT NULL,
    lang TEXT NOT NULL,
    body TEXT NOT NULL,
    replaces BOOLEAN NOT NULL,
    edited_at BIGINT NOT NULL,
    PRIMARY KEY (page, lang)
);
