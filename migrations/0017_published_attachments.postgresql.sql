-- Attachments may be published as well.
ALTER TABLE published_targets DROP CONSTRAINT published_targets_kind_check;
ALTER TABLE published_targets ADD CONSTRAINT published_targets_kind_check CHECK (kind IN ('Inquiry', 'Question', 'Reply', 'File', 'Attachment'));
