-- The complete file of an inquiry asks for everything by the inquiry.
CREATE INDEX co_signers_inquiry ON co_signers (inquiry_id);
CREATE INDEX outbox_inquiry ON outbox (inquiry_id);
