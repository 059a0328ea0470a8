CREATE TABLE "document_showings" (
	"name" text NOT NULL,
	"story_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"page" text DEFAULT '' NOT NULL,
	CONSTRAINT "document_showings_story_id_number_name_pk" PRIMARY KEY("story_id","number","name")
);
--> statement-breakpoint
CREATE TABLE "published_documents" (
	"name" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"type" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"title" text NOT NULL,
	"public_name" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_files_bytes" CHECK ("evidence_files"."bytes" > 0),
	CONSTRAINT "evidence_files_public" CHECK ("evidence_files"."public_name" is null or "evidence_files"."kind" = 'document')
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "ends_at" integer;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "document_showings" ADD CONSTRAINT "document_showings_name_published_documents_name_fk" FOREIGN KEY ("name") REFERENCES "public"."published_documents"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_showings" ADD CONSTRAINT "document_showings_story_id_publications_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."publications"("story_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_showings_name" ON "document_showings" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_files_name" ON "evidence_files" USING btree ("name");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_evidence_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."evidence_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_file" ON "evidence" USING btree ("file_id");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_end" CHECK ("evidence"."ends_at" is null or "evidence"."ends_at" > "evidence"."starts_at");