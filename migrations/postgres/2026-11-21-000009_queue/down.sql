CREATE INDEX delivery_host ON delivery (host, state, id);
DROP INDEX delivery_turn;
