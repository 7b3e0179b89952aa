DROP INDEX actor_host;
DROP INDEX record_peer_mark;
ALTER TABLE record_peer DROP COLUMN mark;
DROP INDEX contribution_home;
DROP INDEX listing_leads;
DROP INDEX listing_leader;
DROP INDEX listing_whole;
ALTER TABLE listing DROP COLUMN leads;
ALTER TABLE listing DROP COLUMN whole;
