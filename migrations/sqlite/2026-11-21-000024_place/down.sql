DROP TABLE map_layer;
DROP TABLE place_asking;
DROP TABLE place;
