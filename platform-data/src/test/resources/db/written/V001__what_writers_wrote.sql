CREATE TABLE written (writer integer NOT NULL, number integer NOT NULL, PRIMARY KEY (writer, number));
