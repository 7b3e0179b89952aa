-- Reports from the street as groups that others follow (docs/decisions/0036).

-- A group for all reports (neither of the two), for a category, or for a part of the territory.
CREATE TABLE street_group (
    actor_id BLOB PRIMARY KEY REFERENCES actor (id),
    category_id BLOB UNIQUE REFERENCES street_category (id) ON DELETE CASCADE,
    area_id BLOB UNIQUE REFERENCES street_area (id) ON DELETE CASCADE
);

-- Under which id others know a report that everybody may see.
CREATE TABLE street_object (
    report_id BLOB PRIMARY KEY REFERENCES street_report (id) ON DELETE CASCADE,
    object_id BLOB NOT NULL UNIQUE
);

-- Which parts of the territory hold the place of a report.
CREATE TABLE street_within (
    area_id BLOB NOT NULL REFERENCES street_area (id) ON DELETE CASCADE,
    report_id BLOB NOT NULL REFERENCES street_report (id) ON DELETE CASCADE,
    PRIMARY KEY (area_id, report_id)
);
CREATE INDEX street_within_report ON street_within (report_id);
