DROP TABLE street_area;
DROP TABLE street_sending;
