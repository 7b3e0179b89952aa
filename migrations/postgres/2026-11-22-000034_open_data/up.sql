-- What is published as open data (docs/decisions/0037). Without a line, everything is, under the Licence Ouverte.

CREATE TABLE open_data (
    id INTEGER PRIMARY KEY,
    licence TEXT NOT NULL,
    -- Whom those who use the data may write to: public. Empty: the collectivity itself.
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    description TEXT NOT NULL,
    -- Codes of the data sets that are not published, separated by spaces.
    withheld TEXT NOT NULL,
    edited_at TIMESTAMPTZ NOT NULL
);
