DROP TABLE said_at_meeting;
DROP TABLE registration;
DROP TABLE meeting;
