DROP TABLE promised_answer;
DROP TABLE sided_discussion;
DROP INDEX ballot_box_contribution;
DROP TABLE signal_told;
DROP TABLE signal_total;
DROP TABLE signal_voice;
