DELETE FROM open_data WHERE id <> 1;
DELETE FROM preview_link WHERE consultation_id IS NULL;
ALTER TABLE preview_link DROP COLUMN funding_id;
ALTER TABLE preview_link DROP COLUMN what;
ALTER TABLE preview_link ALTER COLUMN consultation_id SET NOT NULL;
