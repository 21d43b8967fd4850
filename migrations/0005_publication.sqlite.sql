-- No row, no publication: what is not listed here is non-public.
CREATE TABLE publications (
    inquiry_id TEXT PRIMARY KEY REFERENCES inquiries,
    version INTEGER NOT NULL,
    state TEXT NOT NULL
);

CREATE TABLE published_targets (
    inquiry_id TEXT NOT NULL REFERENCES publications,
    kind TEXT NOT NULL CHECK (kind IN ('Inquiry', 'Question', 'Reply', 'File')),
    target_id TEXT NOT NULL,
    file_sha256 TEXT REFERENCES files,
    PRIMARY KEY (inquiry_id, kind, target_id)
);

-- The public edition. Public requests read these tables and nothing else; a tombstone stays when one is taken back.
-- public_id is random: an id made by time would tell when drafting began.
CREATE TABLE public_objects (
    public_id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    source_id TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    deleted_at TEXT
);
CREATE INDEX public_objects_list ON public_objects (type, modified_at, public_id);

CREATE TABLE public_inquiries (
    public_id TEXT PRIMARY KEY REFERENCES public_objects,
    slug TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    number_sort TEXT NOT NULL,
    subject TEXT NOT NULL,
    originators TEXT NOT NULL,
    page TEXT NOT NULL,
    published_at TEXT NOT NULL
);
CREATE INDEX public_inquiries_list ON public_inquiries (published_at, public_id);

CREATE TABLE public_files (
    public_id TEXT NOT NULL REFERENCES public_inquiries,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES files,
    PRIMARY KEY (public_id, file_name)
);
