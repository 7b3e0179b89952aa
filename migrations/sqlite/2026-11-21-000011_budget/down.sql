DROP TABLE project_news;
DROP TABLE project_note;
DROP TABLE project;
DROP TABLE envelope;
