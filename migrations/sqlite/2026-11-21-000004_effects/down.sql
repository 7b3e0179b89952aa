DROP TABLE remote_picture;
DROP TABLE remote_media;
DROP TABLE relayed;
DROP TABLE recalled;
DROP TABLE pinned;
DROP TABLE shut_out;
DROP TABLE barred_actor;
ALTER TABLE remote_actor DROP COLUMN featured;
ALTER TABLE remote_actor DROP COLUMN icon;
