-- A consultation that several collectivities of the index carry is one consultation (docs/decisions/0023).

-- Which consultation it is: its own id, or that of the organiser whose consultation it carries.
ALTER TABLE listing ADD COLUMN whole TEXT NOT NULL DEFAULT '';
-- Whether it stands in lists for all that carry the same: the organiser's own, or else the one that was heard of first.
ALTER TABLE listing ADD COLUMN leads BOOLEAN NOT NULL DEFAULT TRUE;
UPDATE listing SET whole = uri;
CREATE INDEX listing_whole ON listing (whole, id);
CREATE INDEX listing_leader ON listing (whole) WHERE leads;
CREATE INDEX listing_leads ON listing (closes_at, id, opens_at) WHERE leads;
-- What was said at home in a consultation that is carried is counted from this index alone.
CREATE INDEX contribution_home ON contribution (consultation_id, kind, answer_state)
    WHERE origin <> 'remote' AND withdrawn_at IS NULL AND hidden_at IS NULL AND NOT held;

-- By what monitors ask for the record of another collectivity: SHA-256 of its name. NULL until it asks again, or its keys are read again.
ALTER TABLE record_peer ADD COLUMN mark TEXT;
CREATE INDEX record_peer_mark ON record_peer (mark);
CREATE INDEX actor_host ON actor (host);
