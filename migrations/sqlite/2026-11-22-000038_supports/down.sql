DELETE FROM job WHERE kind = 'tell_supports';
DROP TABLE territory_total;
DROP TABLE territory_support;
DROP TABLE support_share;
ALTER TABLE support DROP COLUMN told_home;
