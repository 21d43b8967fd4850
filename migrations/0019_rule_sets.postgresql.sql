-- The city's own rules, each from a day on. content is JSON, read and written as a whole; a set is never changed, a new one takes its place.
CREATE TABLE rule_sets (
    id uuid PRIMARY KEY,
    valid_from date NOT NULL UNIQUE,
    content TEXT NOT NULL
);
CREATE TRIGGER rule_sets_append_only BEFORE UPDATE OR DELETE ON rule_sets FOR EACH ROW EXECUTE FUNCTION refuse_change();
