-- Old cases out of their papers. Days are those of the papers; when it was read, and by whom, stands in the journal.
CREATE TABLE imports (
    inquiry_id uuid NOT NULL,
    text_version INTEGER NOT NULL,
    written_on date,
    received_on date,
    meeting_on date,
    PRIMARY KEY (inquiry_id, text_version),
    FOREIGN KEY (inquiry_id, text_version) REFERENCES inquiry_texts (inquiry_id, version)
);

-- The papers with the text that was read in them, line by line as doubts name it.
CREATE TABLE import_papers (
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    no INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('Inquiry', 'Reply', 'Supplement')),
    file_name TEXT NOT NULL,
    file_sha256 TEXT COLLATE "C" NOT NULL REFERENCES files,
    text_sha256 TEXT COLLATE "C" NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, no)
);
CREATE UNIQUE INDEX import_papers_once ON import_papers (file_sha256) WHERE kind = 'Reply';

-- Whether a doubt is settled is said by a step in the journal.
CREATE TABLE import_doubts (
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    paper INTEGER NOT NULL,
    line INTEGER,
    sentence TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, no)
);

-- What stands under an old reply, in the place of a signature.
CREATE TABLE imported_letters (
    reply_id uuid NOT NULL REFERENCES replies,
    revision INTEGER NOT NULL,
    place TEXT,
    written_on date,
    name TEXT,
    office TEXT,
    file_sha256 TEXT COLLATE "C" NOT NULL REFERENCES files,
    is_pdf boolean NOT NULL,
    PRIMARY KEY (reply_id, revision)
);

-- Who asked in an old paper need not be a group of the city.
ALTER TABLE originators ALTER COLUMN organization_id DROP NOT NULL;

-- Evidence is added, never changed.
CREATE TRIGGER imports_append_only BEFORE UPDATE OR DELETE ON imports FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_papers_append_only BEFORE UPDATE OR DELETE ON import_papers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_doubts_append_only BEFORE UPDATE OR DELETE ON import_doubts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER imported_letters_append_only BEFORE UPDATE OR DELETE ON imported_letters FOR EACH ROW EXECUTE FUNCTION refuse_change();
