DROP TABLE ballot;
DROP TABLE roll;
DROP TABLE ballot_option;
DROP TABLE ballot_box;
