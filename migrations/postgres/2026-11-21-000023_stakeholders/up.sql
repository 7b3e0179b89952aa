-- Shared stakeholders (docs/decisions/0026): organisations with members who act in their name, and accreditations agreed by both sides.

-- An association, school, conseil de quartier, enterprise or expert: one actor at its home instance.
CREATE TABLE organisation (
    actor_id UUID PRIMARY KEY REFERENCES actor (id),
    kind TEXT NOT NULL,
    web TEXT NOT NULL,
    -- SIREN or RNA, when it has one.
    registration TEXT NOT NULL,
    -- Whether what it says leaves the instance under its name.
    publish_abroad BOOLEAN NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ
);

-- What a citizen asks an agent to open; gone once it is decided. Nothing of it is public.
CREATE TABLE organisation_request (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    summary TEXT NOT NULL,
    web TEXT NOT NULL,
    registration TEXT NOT NULL,
    publish_abroad BOOLEAN NOT NULL,
    asked_by UUID NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
    asked_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX organisation_request_by ON organisation_request (asked_by);

-- Who acts in the name of an organisation. Private: it leaves in no document.
CREATE TABLE membership (
    organisation_id UUID NOT NULL REFERENCES organisation (actor_id) ON DELETE CASCADE,
    member_id UUID NOT NULL REFERENCES account (actor_id) ON DELETE CASCADE,
    administers BOOLEAN NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organisation_id, member_id)
);
CREATE INDEX membership_member ON membership (member_id);

-- Addresses that may join: whoever has an account with that address sees the invitation there.
CREATE TABLE invitation (
    organisation_id UUID NOT NULL REFERENCES organisation (actor_id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    administers BOOLEAN NOT NULL,
    invited_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organisation_id, email)
);
CREATE INDEX invitation_email ON invitation (email);

-- A collectivity accredits an organisation; either may live on another server. Shown only while both sides agree.
CREATE TABLE accreditation (
    id UUID PRIMARY KEY,
    -- Its address on the server of the collectivity, when that is another one.
    uri TEXT UNIQUE,
    by_id UUID NOT NULL REFERENCES actor (id),
    organisation_id UUID NOT NULL REFERENCES actor (id),
    role TEXT NOT NULL,
    mandate TEXT NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    until TIMESTAMPTZ,
    state TEXT NOT NULL,
    offered_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    -- The document with the proof of the collectivity, as it was received.
    document TEXT,
    -- The acceptance with the proof of the organisation, as it was received or sent.
    acceptance TEXT
);
-- The same is offered once at a time.
CREATE UNIQUE INDEX accreditation_offered ON accreditation (by_id, organisation_id, role) WHERE state = 'offered' AND uri IS NULL;
CREATE INDEX accreditation_organisation ON accreditation (organisation_id, state);
CREATE INDEX accreditation_by ON accreditation (by_id, state);

-- The member who acted, where it was in the name of an organisation.
ALTER TABLE journal ADD COLUMN member_id UUID;
CREATE INDEX journal_member ON journal (actor_id, id) WHERE member_id IS NOT NULL;
