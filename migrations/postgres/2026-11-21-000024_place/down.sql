DROP INDEX contribution_on_map;
DROP TABLE map_layer;
DROP TABLE place_asking;
DROP TABLE place;
