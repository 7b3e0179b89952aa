-- Answers of the organiser of a consultation that is carried here (docs/decisions/0020): where each lives; NULL for our own.
ALTER TABLE official_answer ADD COLUMN uri TEXT;
CREATE UNIQUE INDEX official_answer_uri ON official_answer (uri);
