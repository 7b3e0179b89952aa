DROP TABLE legal_text;
DROP TABLE glossary_term;
DROP TABLE newsletter_item;
DROP TABLE newsletter;
DROP TABLE subscription;
DROP TABLE article_version;
DROP TABLE article;
