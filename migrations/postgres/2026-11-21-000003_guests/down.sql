DROP TABLE guest_attempt;
DROP TABLE foreign_app;
DROP TABLE guest_session;
