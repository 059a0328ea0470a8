CREATE TABLE "author_faces" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "author_faces_name_unique" UNIQUE("name")
);
