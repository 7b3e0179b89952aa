-- A session belongs to an actor, with an account here or not: people of other servers have no table of sessions of their own.
ALTER TABLE session DROP CONSTRAINT session_actor_id_fkey;
ALTER TABLE session ADD CONSTRAINT session_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor (id) ON DELETE CASCADE;
INSERT INTO session SELECT token_hash, actor_id, device, created_at, seen_at, expires_at FROM guest_session;
DROP TABLE guest_session;
