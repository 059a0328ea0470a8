CREATE TABLE "former_speakers" (
	"slug" text PRIMARY KEY NOT NULL,
	"speaker_slug" text NOT NULL,
	CONSTRAINT "former_speakers_elsewhere" CHECK ("former_speakers"."slug" <> "former_speakers"."speaker_slug")
);
--> statement-breakpoint
CREATE TABLE "quote_addresses" (
	"ref" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "correction_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_how" text,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "correction_tasks_closed" CHECK (("correction_tasks"."closed_at" is null) = ("correction_tasks"."closed_how" is null) and ("correction_tasks"."closed_at" is null) = ("correction_tasks"."closed_by" is null)),
	CONSTRAINT "correction_tasks_reason" CHECK ("correction_tasks"."closed_how" is distinct from 'no_correction' or length("correction_tasks"."reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "quote_disputes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"quote_id" uuid NOT NULL,
	"state" text NOT NULL,
	"by" uuid NOT NULL,
	"why" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quote_disputes_why" CHECK (length("quote_disputes"."why") > 0)
);
--> statement-breakpoint
CREATE TABLE "quote_prints" (
	"story_id" uuid NOT NULL,
	"quote_id" uuid NOT NULL,
	CONSTRAINT "quote_prints_story_id_quote_id_pk" PRIMARY KEY("story_id","quote_id")
);
--> statement-breakpoint
CREATE TABLE "source_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"quote_ids" uuid[] NOT NULL,
	"occasion_ids" uuid[] NOT NULL,
	"added_names" text[] NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "source_merges_two" CHECK ("source_merges"."from_id" <> "source_merges"."into_id"),
	CONSTRAINT "source_merges_undone" CHECK (("source_merges"."undone_at" is null) = ("source_merges"."undone_by" is null))
);
--> statement-breakpoint
ALTER TABLE "publication_quotes" ADD COLUMN "ref" text;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "state" text DEFAULT 'stands' NOT NULL;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "public_ref" text;--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('public.news', verbatim || ' ' || translation)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "plain" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "correction_tasks" ADD CONSTRAINT "correction_tasks_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_tasks" ADD CONSTRAINT "correction_tasks_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_tasks" ADD CONSTRAINT "correction_tasks_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_tasks" ADD CONSTRAINT "correction_tasks_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_disputes" ADD CONSTRAINT "quote_disputes_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_disputes" ADD CONSTRAINT "quote_disputes_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_prints" ADD CONSTRAINT "quote_prints_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_prints" ADD CONSTRAINT "quote_prints_quote_id_quotes_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_merges" ADD CONSTRAINT "source_merges_from_id_sources_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_merges" ADD CONSTRAINT "source_merges_into_id_sources_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_merges" ADD CONSTRAINT "source_merges_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_merges" ADD CONSTRAINT "source_merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_speakers_now" ON "former_speakers" USING btree ("speaker_slug");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_tasks_open" ON "correction_tasks" USING btree ("story_id","quote_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "correction_tasks_story" ON "correction_tasks" USING btree ("story_id","id");--> statement-breakpoint
CREATE INDEX "correction_tasks_quote" ON "correction_tasks" USING btree ("quote_id","id");--> statement-breakpoint
CREATE INDEX "quote_disputes_quote" ON "quote_disputes" USING btree ("quote_id","id");--> statement-breakpoint
CREATE INDEX "quote_prints_quote" ON "quote_prints" USING btree ("quote_id");--> statement-breakpoint
CREATE INDEX "source_merges_into" ON "source_merges" USING btree ("into_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_merges_from" ON "source_merges" USING btree ("from_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "publication_quotes_ref" ON "publication_quotes" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "quotes_recorder" ON "quotes" USING btree ("recorded_by","id");--> statement-breakpoint
CREATE INDEX "quotes_in_doubt" ON "quotes" USING btree ("id" DESC NULLS LAST) WHERE state <> 'stands';--> statement-breakpoint
CREATE INDEX "quotes_search" ON "quotes" USING gin ("search");--> statement-breakpoint
CREATE INDEX "quotes_translation" ON "quotes" USING gin (translation gin_trgm_ops) WHERE translation <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_public_ref" ON "quotes" USING btree ("public_ref");--> statement-breakpoint
CREATE INDEX "sources_plain" ON "sources" USING gin (plain gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "sources_in_order" ON "sources" USING btree (lower(name),"id") WHERE merged_into is null;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_not_into_itself" CHECK ("sources"."merged_into" <> "sources"."id");