DROP INDEX contribution_home;
DROP INDEX listing_leads;
DROP INDEX listing_leader;
DROP INDEX listing_whole;
ALTER TABLE listing DROP COLUMN leads;
ALTER TABLE listing DROP COLUMN whole;
