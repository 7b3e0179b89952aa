DROP TABLE petition_rules;
DROP TABLE initiative_act;
DROP TABLE initiative;
