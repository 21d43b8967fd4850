CREATE TABLE organizations (
    id uuid PRIMARY KEY,
    key TEXT UNIQUE,
    version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL,
    parent_id uuid REFERENCES organizations,
    number TEXT,
    name TEXT NOT NULL,
    genitive TEXT,
    short_name TEXT,
    sort_key TEXT COLLATE "C" NOT NULL,
    valid_from date,
    valid_to date,
    successor_id uuid REFERENCES organizations,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL,
    deleted_at timestamptz
);
CREATE UNIQUE INDEX organizations_name ON organizations (name) WHERE valid_to IS NULL;
CREATE INDEX organizations_kind ON organizations (kind, sort_key);

-- What an organisation was called until that day; its row has today's names.
CREATE TABLE organization_names (
    organization_id uuid NOT NULL REFERENCES organizations,
    last_day date NOT NULL,
    name TEXT NOT NULL,
    number TEXT,
    genitive TEXT,
    short_name TEXT,
    PRIMARY KEY (organization_id, last_day)
);

CREATE TABLE persons (
    id uuid PRIMARY KEY,
    key TEXT UNIQUE,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    sort_key TEXT COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE memberships (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    person_id uuid NOT NULL REFERENCES persons,
    organization_id uuid NOT NULL REFERENCES organizations,
    function TEXT,
    valid_from date,
    valid_to date,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE legislative_terms (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    ordinal INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL,
    deleted_at timestamptz
);

-- Accounts are personal. The system's own account has no password and cannot sign in.
CREATE TABLE users (
    id uuid PRIMARY KEY,
    person_id uuid REFERENCES persons,
    name TEXT NOT NULL,
    login TEXT NOT NULL,
    login_folded TEXT COLLATE "C" NOT NULL UNIQUE,
    password_hash TEXT,
    security_stamp TEXT NOT NULL,
    failed_sign_ins INTEGER NOT NULL DEFAULT 0,
    locked_until timestamptz,
    last_sign_in_at timestamptz,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL
);

CREATE TABLE role_grants (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users,
    role TEXT NOT NULL,
    organization_id uuid NOT NULL REFERENCES organizations,
    valid_from date NOT NULL,
    valid_to date
);
CREATE INDEX role_grants_user ON role_grants (user_id);

-- The deputy sees and acts for the principal in this period. Checked at the commit: an import makes the accounts after this row.
CREATE TABLE deputyships (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    principal uuid NOT NULL REFERENCES users DEFERRABLE INITIALLY DEFERRED,
    deputy uuid NOT NULL REFERENCES users DEFERRABLE INITIALLY DEFERRED,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    created_at timestamptz NOT NULL,
    modified_at timestamptz NOT NULL
);
CREATE INDEX deputyships_deputy ON deputyships (deputy);

CREATE TABLE signatories (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    office TEXT NOT NULL,
    is_deputy boolean NOT NULL,
    valid_from date,
    valid_to date
);

CREATE TABLE number_schemes (
    id uuid PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    template TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('Year', 'Term', 'None')),
    valid_from date NOT NULL UNIQUE
);

INSERT INTO organizations (id, kind, name, sort_key, created_at, modified_at)
VALUES ('00000000-0000-7000-8000-000000000001', 'Body', 'Stadtverwaltung', 'stadtverwaltung', '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z');

INSERT INTO users (id, name, login, login_folded, security_stamp, created_at, modified_at)
VALUES ('00000000-0000-7000-8000-000000000002', 'System', 'system', 'system', 'none', '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z');

-- The range of numbers a city begins with, until it names its own.
INSERT INTO number_schemes (id, name, template, scope, valid_from)
VALUES ('00000000-0000-7000-8000-000000000003', 'Jahresnummer', '{seq:4}/{year}', 'Year', '1900-01-01');
