-- Old cases out of their papers. Days are those of the papers; when it was read, and by whom, stands in the journal.
CREATE TABLE imports (
    inquiry_id TEXT NOT NULL,
    text_version INTEGER NOT NULL,
    written_on TEXT,
    received_on TEXT,
    meeting_on TEXT,
    PRIMARY KEY (inquiry_id, text_version),
    FOREIGN KEY (inquiry_id, text_version) REFERENCES inquiry_texts (inquiry_id, version)
);

-- The papers with the text that was read in them, line by line as doubts name it.
CREATE TABLE import_papers (
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    no INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Inquiry', 'Reply', 'Supplement')),
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL REFERENCES files,
    text_sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, no)
);
CREATE UNIQUE INDEX import_papers_once ON import_papers (file_sha256) WHERE kind = 'Reply';

-- Whether a doubt is settled is said by a step in the journal.
CREATE TABLE import_doubts (
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    paper INTEGER NOT NULL,
    line INTEGER,
    sentence TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, no)
);

-- What stands under an old reply, in the place of a signature.
CREATE TABLE imported_letters (
    reply_id TEXT NOT NULL REFERENCES replies,
    revision INTEGER NOT NULL,
    place TEXT,
    written_on TEXT,
    name TEXT,
    office TEXT,
    file_sha256 TEXT NOT NULL REFERENCES files,
    is_pdf INTEGER NOT NULL,
    PRIMARY KEY (reply_id, revision)
);

-- Who asked in an old paper need not be a group of the city.
CREATE TABLE originators_new (
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    position INTEGER NOT NULL,
    organization_id TEXT REFERENCES organizations,
    name TEXT NOT NULL,
    genitive TEXT NOT NULL,
    short_name TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, position)
);
INSERT INTO originators_new (inquiry_id, position, organization_id, name, genitive, short_name)
SELECT inquiry_id, position, organization_id, name, genitive, short_name FROM originators;
DROP TABLE originators;
ALTER TABLE originators_new RENAME TO originators;
CREATE INDEX originators_organization ON originators (organization_id, inquiry_id);

-- Evidence is added, never changed.
CREATE TRIGGER imports_no_update BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, 'append-only: imports'); END;
CREATE TRIGGER imports_no_delete BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'append-only: imports'); END;
CREATE TRIGGER import_papers_no_update BEFORE UPDATE ON import_papers BEGIN SELECT RAISE(ABORT, 'append-only: import_papers'); END;
CREATE TRIGGER import_papers_no_delete BEFORE DELETE ON import_papers BEGIN SELECT RAISE(ABORT, 'append-only: import_papers'); END;
CREATE TRIGGER import_doubts_no_update BEFORE UPDATE ON import_doubts BEGIN SELECT RAISE(ABORT, 'append-only: import_doubts'); END;
CREATE TRIGGER import_doubts_no_delete BEFORE DELETE ON import_doubts BEGIN SELECT RAISE(ABORT, 'append-only: import_doubts'); END;
CREATE TRIGGER imported_letters_no_update BEFORE UPDATE ON imported_letters BEGIN SELECT RAISE(ABORT, 'append-only: imported_letters'); END;
CREATE TRIGGER imported_letters_no_delete BEFORE DELETE ON imported_letters BEGIN SELECT RAISE(ABORT, 'append-only: imported_letters'); END;
