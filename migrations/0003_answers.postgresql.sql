CREATE TABLE assignments (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    question_id uuid NOT NULL REFERENCES questions,
    department_id uuid NOT NULL REFERENCES organizations,
    part TEXT NOT NULL CHECK (part IN ('Lead', 'Contributor')),
    note TEXT,
    state TEXT NOT NULL,
    is_live boolean NOT NULL
);
CREATE UNIQUE INDEX assignments_one_lead ON assignments (question_id) WHERE part = 'Lead' AND is_live = TRUE;
CREATE UNIQUE INDEX assignments_once_per_department ON assignments (question_id, department_id) WHERE is_live = TRUE;
CREATE INDEX assignments_inquiry ON assignments (inquiry_id);
CREATE INDEX assignments_department ON assignments (department_id, inquiry_id);

CREATE TABLE contributions (
    assignment_id uuid NOT NULL REFERENCES assignments,
    version INTEGER NOT NULL,
    markdown TEXT NOT NULL,
    by_user uuid NOT NULL REFERENCES users,
    at timestamptz NOT NULL,
    PRIMARY KEY (assignment_id, version)
);

CREATE TABLE answers (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL,
    inquiry_id uuid NOT NULL REFERENCES inquiries,
    department_id uuid NOT NULL REFERENCES organizations,
    state TEXT NOT NULL
);
CREATE INDEX answers_inquiry ON answers (inquiry_id);

CREATE TABLE answer_coverage (
    answer_id uuid NOT NULL REFERENCES answers,
    question_id uuid NOT NULL REFERENCES questions,
    position INTEGER NOT NULL,
    is_open boolean NOT NULL,
    PRIMARY KEY (answer_id, question_id)
);
CREATE UNIQUE INDEX answer_coverage_one_open ON answer_coverage (question_id) WHERE is_open = TRUE;

CREATE TABLE answer_versions (
    answer_id uuid NOT NULL REFERENCES answers,
    no INTEGER NOT NULL,
    base INTEGER NOT NULL,
    kind TEXT NOT NULL,
    in_name_of TEXT,
    markdown TEXT NOT NULL,
    by_user uuid NOT NULL REFERENCES users,
    at timestamptz NOT NULL,
    PRIMARY KEY (answer_id, no)
);

-- Evidence is added, never changed.
CREATE TRIGGER answer_versions_append_only BEFORE UPDATE OR DELETE ON answer_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contributions_append_only BEFORE UPDATE OR DELETE ON contributions FOR EACH ROW EXECUTE FUNCTION refuse_change();
