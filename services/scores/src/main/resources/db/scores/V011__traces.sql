-- Where the request stands that queued the job, in the trace that it belongs to (W3C traceparent); null
-- where nothing is traced. The judge's part of the trace is joined to it.
ALTER TABLE runs ADD COLUMN traceparent text;
ALTER TABLE scores ADD COLUMN traceparent text;
ALTER TABLE checks ADD COLUMN traceparent text;
