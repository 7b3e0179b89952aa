-- The due deliveries of one host in the order in which they are tried: taking them costs the same however long the queue is.
CREATE INDEX delivery_turn ON delivery (host, state, run_at, id);
DROP INDEX delivery_host;
