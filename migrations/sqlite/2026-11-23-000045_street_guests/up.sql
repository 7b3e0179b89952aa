-- Whoever makes or follows a report with an account of another server: they are told by a message, not by a letter.
ALTER TABLE street_follower ADD COLUMN guest_id BLOB REFERENCES actor (id) ON DELETE CASCADE;
CREATE UNIQUE INDEX street_follower_guest ON street_follower (report_id, guest_id);
CREATE INDEX street_follower_guest_of ON street_follower (guest_id);
