-- By which activity something was undone that is not its own: one that never came. When it comes after all, what it undid stands again.
ALTER TABLE undoable ADD COLUMN undone_by BYTEA;
