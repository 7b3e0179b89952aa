DROP TABLE comparison_consent;
DROP TABLE listing_text;
DROP TABLE listing_theme;
DROP TABLE listing_phase;
DROP TABLE listing;
DROP TABLE listing_source;
