-- The data that a letter carries inside, as a file of its own: their digest is printed on the letter, and by it a print is found again.
ALTER TABLE signatures ADD COLUMN data_sha256 TEXT REFERENCES files;

-- Whoever asks whether a file is one that was issued has nothing but its digest.
CREATE INDEX signatures_pdf ON signatures (pdf_sha256);
CREATE INDEX signatures_data ON signatures (data_sha256);
CREATE INDEX imported_letters_file ON imported_letters (file_sha256);
CREATE INDEX public_files_digest ON public_files (sha256);

-- Beside the letter that the portal shows: earlier letters and the data of each, known by their digest alone. No standing: it is no letter but an attachment.
ALTER TABLE public_files ADD COLUMN standing TEXT;
ALTER TABLE public_files ADD COLUMN written_on TEXT;
ALTER TABLE public_files ADD COLUMN is_imported INTEGER NOT NULL DEFAULT FALSE;
ALTER TABLE public_files ADD COLUMN is_data INTEGER NOT NULL DEFAULT FALSE;
UPDATE public_files SET standing = 'Valid', written_on = (SELECT max(s.signed_on) FROM signatures s WHERE s.pdf_sha256 = public_files.sha256);
UPDATE public_files SET is_imported = TRUE, written_on = (SELECT max(l.written_on) FROM imported_letters l WHERE l.file_sha256 = public_files.sha256)
WHERE sha256 IN (SELECT file_sha256 FROM imported_letters);
