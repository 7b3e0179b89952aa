-- A link may show the draft of a project that looks for money, of the list of what can be reported, or of what is published as open data
-- (docs/decisions/0035).
-- consultation, funding, street or open_data.
ALTER TABLE preview_link ADD COLUMN what TEXT NOT NULL DEFAULT 'consultation';
ALTER TABLE preview_link ALTER COLUMN what DROP DEFAULT;
ALTER TABLE preview_link ALTER COLUMN consultation_id DROP NOT NULL;
ALTER TABLE preview_link ADD COLUMN funding_id UUID REFERENCES funding_project (id) ON DELETE CASCADE;
CREATE INDEX preview_link_funding ON preview_link (funding_id, made_at);
