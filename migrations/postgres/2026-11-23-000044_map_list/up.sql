-- The list beside a map: what came last first, found in the order of ids, which grow with time, without reading every row of the window.
CREATE INDEX place_latest ON place (consultation_id, contribution_id, x, y);
