DROP TABLE carried;
DROP TABLE fellow;
DROP TABLE heard_call;
DROP TABLE origin_support;
DROP TABLE carrier;
DROP TABLE offered;
