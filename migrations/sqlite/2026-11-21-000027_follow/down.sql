DROP TABLE consultation_report_version;
DROP TABLE consultation_report;
DROP TABLE commitment_news;
DROP TABLE commitment_source;
DROP TABLE commitment;
