CREATE TABLE "correction_wordings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "correction_wordings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"correction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"was" text NOT NULL,
	"says" text NOT NULL,
	"until" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_user_id_pk" PRIMARY KEY("comment_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "preview_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"opened" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "story_readings" (
	"story_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_readings_story_id_user_id_revision_pk" PRIMARY KEY("story_id","user_id","revision")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"field" text NOT NULL,
	"passage" text NOT NULL,
	"words_before" text DEFAULT '' NOT NULL,
	"words_after" text DEFAULT '' NOT NULL,
	"replacement" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"by" uuid NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "suggestions_passage" CHECK (length("suggestions"."passage") > 0 and "suggestions"."passage" <> "suggestions"."replacement"),
	CONSTRAINT "suggestions_decided" CHECK (("suggestions"."decision" is null) = ("suggestions"."decided_by" is null) and ("suggestions"."decision" is null) = ("suggestions"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "was" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "says" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrections" ADD COLUMN "amended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "words_before" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "words_after" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "correction_wordings" ADD CONSTRAINT "correction_wordings_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_thread_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."thread_comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_readings" ADD CONSTRAINT "story_readings_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_readings" ADD CONSTRAINT "story_readings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_wordings_correction" ON "correction_wordings" USING btree ("correction_id","id");--> statement-breakpoint
CREATE INDEX "comment_mentions_user" ON "comment_mentions" USING btree ("user_id","comment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "preview_links_token" ON "preview_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "preview_links_story" ON "preview_links" USING btree ("story_id","id");--> statement-breakpoint
CREATE INDEX "suggestions_story" ON "suggestions" USING btree ("story_id","id");--> statement-breakpoint
CREATE INDEX "suggestions_open" ON "suggestions" USING btree ("story_id") WHERE decision is null;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_kind" CHECK ("corrections"."kind" in ('correction', 'clarification', 'update', 'withdrawal'));