ALTER TABLE undoable DROP COLUMN undone_by;
