DROP TABLE preview_link;
