DROP TABLE paragraph_support;
DROP TABLE said_on_paragraph;
DROP TABLE paragraph;
DROP TABLE draft_text;
