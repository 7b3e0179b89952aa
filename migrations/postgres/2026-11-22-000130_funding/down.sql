DROP TABLE funding_hook;
DROP TABLE funding_report;
DROP TABLE funding_project;
