DROP TABLE vote_risk;
