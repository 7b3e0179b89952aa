-- Where things are (docs/decisions/0027). Cells: Web Mercator, 2^30 a side; a cell shifted right is the tile, or the square of a tile, in which it lies.

-- Where a contribution is: the shape as it is written (domain::place), its middle, the cell of that, and to how many metres it is known.
CREATE TABLE place (
    contribution_id UUID PRIMARY KEY REFERENCES contribution (id) ON DELETE CASCADE,
    consultation_id UUID NOT NULL REFERENCES consultation (id),
    kind TEXT NOT NULL,
    shape TEXT NOT NULL,
    address TEXT NOT NULL,
    latitude DOUBLE PRECISION NOT NULL,
    longitude DOUBLE PRECISION NOT NULL,
    x BIGINT NOT NULL,
    y BIGINT NOT NULL,
    metres INTEGER NOT NULL
);
CREATE INDEX place_window ON place (consultation_id, x, y);

-- Whether a consultation asks where a proposal is: never without a row.
CREATE TABLE place_asking (
    consultation_id UUID PRIMARY KEY REFERENCES consultation (id) ON DELETE CASCADE,
    asking TEXT NOT NULL
);

-- What is drawn under the contributions of a consultation: its perimeter, and what is built or planned already. Shapes: GeoJSON, written anew.
CREATE TABLE map_layer (
    id UUID PRIMARY KEY,
    consultation_id UUID NOT NULL REFERENCES consultation (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    shapes TEXT NOT NULL,
    west DOUBLE PRECISION NOT NULL,
    south DOUBLE PRECISION NOT NULL,
    east DOUBLE PRECISION NOT NULL,
    north DOUBLE PRECISION NOT NULL,
    added_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX map_layer_of ON map_layer (consultation_id, added_at);
