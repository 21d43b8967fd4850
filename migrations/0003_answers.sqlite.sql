CREATE TABLE assignments (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    question_id TEXT NOT NULL REFERENCES questions,
    department_id TEXT NOT NULL REFERENCES organizations,
    part TEXT NOT NULL CHECK (part IN ('Lead', 'Contributor')),
    note TEXT,
    state TEXT NOT NULL,
    is_live INTEGER NOT NULL
);
CREATE UNIQUE INDEX assignments_one_lead ON assignments (question_id) WHERE part = 'Lead' AND is_live = TRUE;
CREATE UNIQUE INDEX assignments_once_per_department ON assignments (question_id, department_id) WHERE is_live = TRUE;
CREATE INDEX assignments_inquiry ON assignments (inquiry_id);
CREATE INDEX assignments_department ON assignments (department_id, inquiry_id);

CREATE TABLE contributions (
    assignment_id TEXT NOT NULL REFERENCES assignments,
    version INTEGER NOT NULL,
    markdown TEXT NOT NULL,
    by_user TEXT NOT NULL REFERENCES users,
    at TEXT NOT NULL,
    PRIMARY KEY (assignment_id, version)
);

CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id TEXT NOT NULL REFERENCES inquiries,
    department_id TEXT NOT NULL REFERENCES organizations,
    state TEXT NOT NULL
);
CREATE INDEX answers_inquiry ON answers (inquiry_id);

CREATE TABLE answer_coverage (
    answer_id TEXT NOT NULL REFERENCES answers,
    question_id TEXT NOT NULL REFERENCES questions,
    position INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    PRIMARY KEY (answer_id, question_id)
);
CREATE UNIQUE INDEX answer_coverage_one_open ON answer_coverage (question_id) WHERE is_open = TRUE;

CREATE TABLE answer_versions (
    answer_id TEXT NOT NULL REFERENCES answers,
    no INTEGER NOT NULL,
    base INTEGER NOT NULL,
    kind TEXT NOT NULL,
    in_name_of TEXT,
    markdown TEXT NOT NULL,
    by_user TEXT NOT NULL REFERENCES users,
    at TEXT NOT NULL,
    PRIMARY KEY (answer_id, no)
);

-- Evidence is added, never changed.
CREATE TRIGGER answer_versions_no_update BEFORE UPDATE ON answer_versions BEGIN SELECT RAISE(ABORT, 'append-only: answer_versions'); END;
CREATE TRIGGER answer_versions_no_delete BEFORE DELETE ON answer_versions BEGIN SELECT RAISE(ABORT, 'append-only: answer_versions'); END;
CREATE TRIGGER contributions_no_update BEFORE UPDATE ON contributions BEGIN SELECT RAISE(ABORT, 'append-only: contributions'); END;
CREATE TRIGGER contributions_no_delete BEFORE DELETE ON contributions BEGIN SELECT RAISE(ABORT, 'append-only: contributions'); END;
