DROP TABLE paper_count;
DROP TABLE paper_line;
DROP TABLE paper_batch;
DROP TABLE ballot_entry;
DROP TABLE ballot_list;
DROP TABLE ballot_pass;
DROP TABLE ballot_code;
