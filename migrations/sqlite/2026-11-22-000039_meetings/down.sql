ALTER TABLE heard_call DROP COLUMN places;
DROP TABLE listing_meeting;
