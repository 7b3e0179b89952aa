DROP TABLE uncounted;
DROP INDEX ballot_option_contribution;
ALTER TABLE ballot_option DROP COLUMN contribution_id;
ALTER TABLE ballot_box DROP COLUMN digest;
ALTER TABLE ballot_box DROP COLUMN budget;
