-- What the collectivity tells: news and articles, a newsletter, words explained, pages of its own (docs/decisions/0031).

CREATE TABLE article (
    id UUID PRIMARY KEY,
    -- In whose name it is: the collectivity, a person, an organisation; none once that is forgotten.
    author_id UUID REFERENCES actor (id) ON DELETE SET NULL,
    -- The person who proposed it; private.
    written_by UUID REFERENCES actor (id) ON DELETE SET NULL,
    consultation_id UUID REFERENCES consultation (id) ON DELETE CASCADE,
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
    created_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ
);
CREATE INDEX article_published ON article (state, published_at);
CREATE INDEX article_consultation ON article (consultation_id, published_at);
CREATE INDEX article_writer ON article (written_by, created_at);

-- Each published version; none ever changes.
CREATE TABLE article_version (
    article_id UUID NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    published_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (article_id, version)
);

-- Who gets the newsletter. The address is there as long as it is written to.
CREATE TABLE subscription (
    id UUID PRIMARY KEY,
    email TEXT,
    lang TEXT NOT NULL,
    -- 'all', or the id of a consultation or of a theme.
    segment TEXT NOT NULL,
    consultation_id UUID REFERENCES consultation (id) ON DELETE CASCADE,
    theme_id UUID REFERENCES theme (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    -- What was agreed to, word by word.
    consent TEXT NOT NULL,
    key_hash BYTEA NOT NULL UNIQUE,
    asked_at TIMESTAMPTZ NOT NULL,
    confirmed_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    UNIQUE (email, segment)
);
CREATE INDEX subscription_segment ON subscription (segment, state, id);
CREATE INDEX subscription_asked ON subscription (state, asked_at);

CREATE TABLE newsletter (
    id UUID PRIMARY KEY,
    segment TEXT NOT NULL,
    consultation_id UUID REFERENCES consultation (id) ON DELETE CASCADE,
    theme_id UUID REFERENCES theme (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    lang TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ,
    -- The last subscription that was written to: the next letters begin after it.
    sent_to UUID,
    letters INTEGER NOT NULL
);
CREATE INDEX newsletter_state ON newsletter (state, sent_at);

-- What an issue points to: news, meetings, consultations.
CREATE TABLE newsletter_item (
    newsletter_id UUID NOT NULL REFERENCES newsletter (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target_id UUID NOT NULL,
    PRIMARY KEY (newsletter_id, position)
);

-- Words explained.
CREATE TABLE glossary_term (
    id UUID PRIMARY KEY,
    lang TEXT NOT NULL,
    term TEXT NOT NULL,
    -- The same without case and accents: for the order, and that none is there twice.
    sorted TEXT NOT NULL,
    explanation TEXT NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL,
    UNIQUE (lang, sorted)
);

-- What the collectivity writes on the pages about itself: before what the pages say of themselves, or in its place.
CREATE TABLE legal_text (
    page TEXT NOT NULL,
    lang TEXT NOT NULL,
    body TEXT NOT NULL,
    replaces BOOLEAN NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (page, lang)
);
