DROP TABLE vote_otherwise;
DROP TABLE vote_flag;
DROP TABLE roll_mailbox;
DROP TABLE vote_risk;
