-- Every form of every word in the texts. Numbers are never given twice: whoever keeps terms in memory goes on from the highest.
CREATE TABLE search_terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    term TEXT NOT NULL,
    documents INTEGER NOT NULL
);
CREATE UNIQUE INDEX search_terms_term ON search_terms (term);

-- One row for each inquiry: its passages in the numbers of the terms. The texts themselves stay where they are.
CREATE TABLE search_documents (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    passages BLOB NOT NULL
);
CREATE UNIQUE INDEX search_documents_inquiry ON search_documents (inquiry_id);

-- Which terms are in which row; what is indexed are numbers, so that no tokenizer has a say.
CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');

-- Inquiries whose texts have changed since they were indexed; written in the transaction of the change.
CREATE TABLE search_queue (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    inquiry_id TEXT NOT NULL REFERENCES inquiries
);

INSERT INTO search_queue (inquiry_id) SELECT id FROM inquiries ORDER BY received_on, id;
