DROP TABLE street_route;
DROP TABLE street_template;
DROP TABLE street_step;
DROP TABLE street_follower;
DROP TABLE street_report;
DROP TABLE street_category;
