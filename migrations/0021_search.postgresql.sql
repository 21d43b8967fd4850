-- Every form of every word in the texts. Numbers are never given twice: whoever keeps terms in memory goes on from the highest.
CREATE TABLE search_terms (
    id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    term TEXT NOT NULL,
    documents INTEGER NOT NULL
);
CREATE UNIQUE INDEX search_terms_term ON search_terms (term);

-- One row for each inquiry: its passages in the numbers of the terms. The texts themselves stay where they are.
CREATE TABLE search_documents (
    no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    passages bytea NOT NULL
);
CREATE UNIQUE INDEX search_documents_inquiry ON search_documents (inquiry_id);

-- Which terms are in which row, by their numbers: what the virtual table of SQLite is.
CREATE TABLE search_words (
    rowid BIGINT PRIMARY KEY,
    words tsvector NOT NULL
);
CREATE INDEX search_words_words ON search_words USING gin (words);

-- Inquiries whose texts have changed since they were indexed; written in the transaction of the change.
CREATE TABLE search_queue (
    no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inquiry_id uuid NOT NULL REFERENCES inquiries
);

INSERT INTO search_queue (inquiry_id) SELECT id FROM inquiries ORDER BY received_on, id;
