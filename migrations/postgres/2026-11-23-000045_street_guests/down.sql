DROP INDEX street_follower_guest_of;
DROP INDEX street_follower_guest;
DELETE FROM street_follower WHERE guest_id IS NOT NULL;
ALTER TABLE street_follower DROP COLUMN guest_id;
