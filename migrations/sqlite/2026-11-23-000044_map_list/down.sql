DROP INDEX place_latest;
