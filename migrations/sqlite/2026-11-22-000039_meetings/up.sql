-- Coming meetings of the consultations of other collectivities, as their servers say them (docs/decisions/0023).
CREATE TABLE listing_meeting (
    listing_id BLOB NOT NULL REFERENCES listing (id) ON DELETE CASCADE,
    uri TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    begins_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    venue TEXT NOT NULL,
    latitude DOUBLE,
    longitude DOUBLE,
    cancelled BOOLEAN NOT NULL,
    edited_at BIGINT,
    PRIMARY KEY (listing_id, uri)
);
CREATE INDEX listing_meeting_begins ON listing_meeting (begins_at, listing_id);
CREATE INDEX listing_meeting_uri ON listing_meeting (uri);

-- Whether a call asks contributions where they are (docs/decisions/0020); a server that says nothing asks nothing.
ALTER TABLE heard_call ADD COLUMN places TEXT NOT NULL DEFAULT 'never';
