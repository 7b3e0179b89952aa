-- What the sender of a report hid is told from what was hidden here (docs/decisions/0028).
ALTER TABLE street_route ADD COLUMN hidden_at TIMESTAMPTZ;
-- Pictures of reports are shown with their report only: which ones they are is asked at every picture.
CREATE INDEX street_report_photo ON street_report (photo_id);
