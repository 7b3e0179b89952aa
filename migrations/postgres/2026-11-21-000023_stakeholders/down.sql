DROP INDEX journal_member;
ALTER TABLE journal DROP COLUMN member_id;
DROP TABLE accreditation;
DROP TABLE invitation;
DROP TABLE membership;
DROP TABLE organisation_request;
DROP TABLE organisation;
