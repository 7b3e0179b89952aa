DROP TABLE tally_record;
DROP TABLE tally;
DROP TABLE common_vote;
