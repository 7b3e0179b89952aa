DROP TABLE street_within;
DROP TABLE street_object;
DROP TABLE street_group;
