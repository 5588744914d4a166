-- How far this service has followed lists of others, such as that of deleted accounts.
CREATE TABLE followed_lists (
  name   text PRIMARY KEY,
  cursor text NOT NULL
);
