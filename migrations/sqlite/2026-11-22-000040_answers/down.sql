DROP INDEX official_answer_uri;
DELETE FROM official_answer WHERE uri IS NOT NULL;
ALTER TABLE official_answer DROP COLUMN uri;
