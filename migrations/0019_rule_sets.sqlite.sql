-- The city's own rules, each from a day on. content is JSON, read and written as a whole; a set is never changed, a new one takes its place.
CREATE TABLE rule_sets (
    id TEXT PRIMARY KEY,
    valid_from TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL
);
CREATE TRIGGER rule_sets_no_update BEFORE UPDATE ON rule_sets BEGIN SELECT RAISE(ABORT, 'append-only: rule_sets'); END;
CREATE TRIGGER rule_sets_no_delete BEFORE DELETE ON rule_sets BEGIN SELECT RAISE(ABORT, 'append-only: rule_sets'); END;
