DROP INDEX street_report_service;
DROP INDEX street_report_agent;
ALTER TABLE street_follower DROP COLUMN asked_at;
DROP TABLE street_reminder;
DROP TABLE street_service;
DROP TABLE commitment_milestone;
