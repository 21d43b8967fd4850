-- Supplementary questions lie beside the registered wording and are none of it: round 1 is the wording, each later round was admitted together.
ALTER TABLE questions ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
