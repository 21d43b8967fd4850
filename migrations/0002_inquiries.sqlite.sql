-- Addressed by digest; who may read a file is said by what refers to it, never by the digest.
CREATE TABLE files (
    sha256 TEXT PRIMARY KEY,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    stored_at TEXT NOT NULL
);

-- status, number, subject_folded are projections, written with the evidence in one transaction.
CREATE TABLE inquiries (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    text_version INTEGER NOT NULL,
    status TEXT NOT NULL,
    number TEXT,
    subject TEXT NOT NULL,
    originator_names TEXT NOT NULL,
    received_on TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    deleted_at TEXT
);
CREATE INDEX inquiries_list ON inquiries (received_on, id);
CREATE INDEX inquiries_status ON inquiries (status, received_on, id);
CREATE INDEX inquiries_number ON inquiries (number) WHERE number IS NOT NULL;

-- What the askers wrote, every wording of it.
CREATE TABLE inquiry_texts (
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    preamble TEXT,
    rationale TEXT,
    PRIMARY KEY (inquiry_id, version)
);

CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    text_version INTEGER NOT NULL,
    parent_id TEXT REFERENCES questions,
    position INTEGER NOT NULL,
    ordinal TEXT NOT NULL,
    label TEXT,
    text TEXT NOT NULL,
    is_asked INTEGER NOT NULL,
    UNIQUE (inquiry_id, text_version, position)
);

-- Projection of the evidence, apart from the text, which never changes.
CREATE TABLE question_statuses (
    question_id TEXT PRIMARY KEY REFERENCES questions,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    status TEXT NOT NULL
);
CREATE INDEX question_statuses_inquiry ON question_statuses (inquiry_id);

CREATE TABLE originators (
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    position INTEGER NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations,
    name TEXT NOT NULL,
    genitive TEXT NOT NULL,
    short_name TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, position)
);
CREATE INDEX originators_organization ON originators (organization_id, inquiry_id);

CREATE TABLE paper_references (
    inquiry_id TEXT PRIMARY KEY REFERENCES inquiries,
    scheme TEXT,
    scope TEXT,
    sequence INTEGER,
    display TEXT NOT NULL,
    slug TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    issued TEXT NOT NULL CHECK (issued IN ('Counter', 'ByHand', 'Foreign')),
    issued_at TEXT NOT NULL
);
CREATE UNIQUE INDEX paper_references_display ON paper_references (display);
CREATE UNIQUE INDEX paper_references_slug ON paper_references (slug);
CREATE UNIQUE INDEX paper_references_sequence ON paper_references (scheme, scope, sequence) WHERE sequence IS NOT NULL;

CREATE TABLE number_counters (
    scheme TEXT NOT NULL,
    scope TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (scheme, scope)
);

-- Evidence is added, never changed.
CREATE TRIGGER inquiry_texts_no_update BEFORE UPDATE ON inquiry_texts BEGIN SELECT RAISE(ABORT, 'append-only: inquiry_texts'); END;
CREATE TRIGGER inquiry_texts_no_delete BEFORE DELETE ON inquiry_texts BEGIN SELECT RAISE(ABORT, 'append-only: inquiry_texts'); END;
CREATE TRIGGER questions_no_update BEFORE UPDATE ON questions BEGIN SELECT RAISE(ABORT, 'append-only: questions'); END;
CREATE TRIGGER questions_no_delete BEFORE DELETE ON questions BEGIN SELECT RAISE(ABORT, 'append-only: questions'); END;
