DROP TABLE recognition;
DROP TABLE peer_territory;
ALTER TABLE instance DROP COLUMN data_contact;
ALTER TABLE instance DROP COLUMN data_controller;
ALTER TABLE instance DROP COLUMN parent_territory;
