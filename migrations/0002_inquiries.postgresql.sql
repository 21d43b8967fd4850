-- Addressed by digest; who may read a file is said by what refers to it, never by the digest.
CREATE TABLE files (
    sha256 TEXT COLLATE "C" PRIMARY KEY,
    size BIGINT NOT NULL,
    media_type TEXT NOT NULL,
    bytes bytea NOT NULL,
    stored_at timestamptz NOT NULL
);

-- status, number, subject_folded are projections, written with the evidence in one transaction.
CREATE TABLE inquiries (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL,
    text_version INTEGER NOT NULL,
    status TEXT NOT NULL,
    number TEXT,
    subject TEXT NOT NULL,
    originator_names TEXT NOT NULL,
    received_on date NOT NULL,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL,
    deleted_at timestamptz
);
CREATE INDEX inquiries_list ON inquiries (received_on, id);
CREATE INDEX inquiries_status ON inquiries (status, received_on, id);
CREATE INDEX inquiries_number ON inquiries (number) WHERE number IS NOT NULL;

-- What the askers wrote, every wording of it.
CREATE TABLE inquiry_texts (
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    version INTEGER NOT NULL,
    subject TEXT NOT NULL,
    preamble TEXT,
    rationale TEXT,
    PRIMARY KEY (inquiry_id, version)
);

CREATE TABLE questions (
    id uuid PRIMARY KEY,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    text_version INTEGER NOT NULL,
    parent_id uuid REFERENCES questions,
    position INTEGER NOT NULL,
    ordinal TEXT NOT NULL,
    label TEXT,
    text TEXT NOT NULL,
    is_asked boolean NOT NULL,
    UNIQUE (inquiry_id, text_version, position)
);

-- Projection of the evidence, apart from the text, which never changes.
CREATE TABLE question_statuses (
    question_id uuid PRIMARY KEY REFERENCES questions,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    status TEXT NOT NULL
);
CREATE INDEX question_statuses_inquiry ON question_statuses (inquiry_id);

CREATE TABLE originators (
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    position INTEGER NOT NULL,
    organization_id uuid NOT NULL REFERENCES organizations,
    name TEXT NOT NULL,
    genitive TEXT NOT NULL,
    short_name TEXT NOT NULL,
    PRIMARY KEY (inquiry_id, position)
);
CREATE INDEX originators_organization ON originators (organization_id, inquiry_id);

CREATE TABLE paper_references (
    inquiry_id uuid PRIMARY KEY REFERENCES inquiries,
    scheme TEXT,
    scope TEXT,
    sequence INTEGER,
    display TEXT NOT NULL,
    slug TEXT COLLATE "C" NOT NULL,
    sort_key TEXT COLLATE "C" NOT NULL,
    issued TEXT NOT NULL CHECK (issued IN ('Counter', 'ByHand', 'Foreign')),
    issued_at timestamptz NOT NULL
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
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME;
END;
$$;

CREATE TRIGGER inquiry_texts_append_only BEFORE UPDATE OR DELETE ON inquiry_texts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER questions_append_only BEFORE UPDATE OR DELETE ON questions FOR EACH ROW EXECUTE FUNCTION refuse_change();
