-- A database as the first release left it, with one answered and one refused question.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES('0001');
CREATE TABLE conversations (
	id VARCHAR(32) NOT NULL,
	city VARCHAR(32),
	message_count INTEGER NOT NULL,
	started_at DATETIME NOT NULL,
	last_at DATETIME NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO conversations VALUES('f2dce027f0587243e71e64ef9f5376dd','toride',2,'2025-06-02 08:58:00.694959','2025-06-02 08:59:00.776231');
CREATE TABLE messages (
	id VARCHAR(32) NOT NULL,
	conversation_id VARCHAR(32) NOT NULL,
	number INTEGER NOT NULL,
	asked_at DATETIME NOT NULL,
	question TEXT NOT NULL,
	meaning TEXT NOT NULL,
	reason VARCHAR(64) NOT NULL,
	city VARCHAR(32),
	record_ids JSON NOT NULL,
	choices JSON NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
INSERT INTO messages VALUES('8380bc61dd2cb89672b1e246be08ea3b','f2dce027f0587243e71e64ef9f5376dd',1,'2025-06-02 08:58:00.694959','いじめ防止アプリの担当課は？','いじめ防止アプリの担当課は？','answered.record','toride','[]','[{"label": "\u76ee\u7684", "question": "\u305d\u306e\u76ee\u7684\u306f\uff1f", "city": "toride"}]');
INSERT INTO messages VALUES('f2df81f4c3b8c3a2e78e8fb1e2bb73c6','f2dce027f0587243e71e64ef9f5376dd',2,'2025-06-02 08:59:00.776231','','','refused.personal_data',NULL,'[]','[]');
CREATE INDEX ix_conversations_last_at ON conversations (last_at);
CREATE UNIQUE INDEX ix_messages_conversation_number ON messages (conversation_id, number);
