-- What is left of the street (docs/decisions/0034).

-- Reports that were sent with a name of their own by a device that may send them again: each is made once.
CREATE TABLE street_sending (
    key TEXT PRIMARY KEY,
    report_id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX street_sending_age ON street_sending (at);

-- Who looks after what in a part of the territory.
CREATE TABLE street_area (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL,
    -- What it is about; nothing: everything that is reported there.
    category_id UUID REFERENCES street_category (id),
    service TEXT NOT NULL,
    referent_id UUID REFERENCES actor (id),
    -- Its areas, as a geometry of GeoJSON.
    outline TEXT NOT NULL,
    west DOUBLE PRECISION NOT NULL,
    south DOUBLE PRECISION NOT NULL,
    east DOUBLE PRECISION NOT NULL,
    north DOUBLE PRECISION NOT NULL,
    added_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX street_area_box ON street_area (west, east);
