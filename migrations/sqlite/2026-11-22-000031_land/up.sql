-- What is left of the street (docs/decisions/0034).

-- Reports that were sent with a name of their own by a device that may send them again: each is made once.
CREATE TABLE street_sending (
    key TEXT PRIMARY KEY,
    report_id BLOB NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX street_sending_age ON street_sending (at);

-- Who looks after what in a part of the territory.
CREATE TABLE street_area (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    -- What it is about; nothing: everything that is reported there.
    category_id BLOB REFERENCES street_category (id),
    service TEXT NOT NULL,
    referent_id BLOB REFERENCES actor (id),
    -- Its areas, as a geometry of GeoJSON.
    outline TEXT NOT NULL,
    west DOUBLE NOT NULL,
    south DOUBLE NOT NULL,
    east DOUBLE NOT NULL,
    north DOUBLE NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX street_area_box ON street_area (west, east);
