DROP INDEX street_report_photo;
ALTER TABLE street_route DROP COLUMN hidden_at;
