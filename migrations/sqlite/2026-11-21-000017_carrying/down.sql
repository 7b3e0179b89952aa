DROP TABLE carried;
DROP TABLE fellow;
DROP TABLE call_theme;
DROP TABLE call_phase;
DROP TABLE heard_call;
DROP TABLE carrier;
DROP TABLE offered;
