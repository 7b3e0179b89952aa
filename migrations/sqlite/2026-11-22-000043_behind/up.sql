-- How far what was said in a carried consultation is read at its organiser, where there is more than is read in one go: the next page of its
-- announcements, how many pages were read on the way there, and how many more are read without finding anything that is missing.
ALTER TABLE carried ADD COLUMN behind TEXT;
ALTER TABLE carried ADD COLUMN behind_pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE carried ADD COLUMN behind_left INTEGER NOT NULL DEFAULT 0;
