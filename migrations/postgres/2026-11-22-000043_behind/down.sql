ALTER TABLE carried DROP COLUMN behind_left;
ALTER TABLE carried DROP COLUMN behind_pages;
ALTER TABLE carried DROP COLUMN behind;
