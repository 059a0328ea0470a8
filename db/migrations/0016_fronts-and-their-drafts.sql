CREATE TABLE "front_drafts" (
	"front" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"arranged" jsonb NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone,
	"published_revision" integer DEFAULT 0 NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "front_drafts_published" CHECK ("front_drafts"."published_revision" between 0 and "front_drafts"."revision")
);
--> statement-breakpoint
CREATE TABLE "front_quotes" (
	"front" text NOT NULL,
	"position" integer NOT NULL,
	"story_id" uuid NOT NULL,
	"ref" text NOT NULL,
	CONSTRAINT "front_quotes_front_position_pk" PRIMARY KEY("front","position"),
	CONSTRAINT "front_quotes_position" CHECK ("front_quotes"."position" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "fronts" (
	"name" text PRIMARY KEY NOT NULL,
	"section_id" uuid,
	CONSTRAINT "fronts_named" CHECK (("fronts"."section_id" is null and "fronts"."name" = 'front') or "fronts"."name" = "fronts"."section_id"::text)
);
--> statement-breakpoint
DROP INDEX "front_slots_story";--> statement-breakpoint
ALTER TABLE "front_slots" DROP CONSTRAINT "front_slots_pkey";--> statement-breakpoint
-- What editors have put on the front page until now stays there.
INSERT INTO "fronts" ("name") VALUES ('front');--> statement-breakpoint
ALTER TABLE "front_slots" ADD COLUMN "front" text DEFAULT 'front' NOT NULL;--> statement-breakpoint
ALTER TABLE "front_slots" ADD CONSTRAINT "front_slots_front_slot_pk" PRIMARY KEY("front","slot");--> statement-breakpoint
ALTER TABLE "front_slots" ADD COLUMN "picture" jsonb;--> statement-breakpoint
ALTER TABLE "front_drafts" ADD CONSTRAINT "front_drafts_front_fronts_name_fk" FOREIGN KEY ("front") REFERENCES "public"."fronts"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_drafts" ADD CONSTRAINT "front_drafts_saved_by_users_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_drafts" ADD CONSTRAINT "front_drafts_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_quotes" ADD CONSTRAINT "front_quotes_front_fronts_name_fk" FOREIGN KEY ("front") REFERENCES "public"."fronts"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fronts" ADD CONSTRAINT "fronts_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "front_quotes_once" ON "front_quotes" USING btree ("front","ref");--> statement-breakpoint
CREATE INDEX "front_quotes_story" ON "front_quotes" USING btree ("story_id");--> statement-breakpoint
CREATE UNIQUE INDEX "fronts_section" ON "fronts" USING btree ("section_id");--> statement-breakpoint
ALTER TABLE "front_slots" ADD CONSTRAINT "front_slots_front_fronts_name_fk" FOREIGN KEY ("front") REFERENCES "public"."fronts"("name") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "front_slots_picture" ON "front_slots" USING btree ((picture ->> 'name')) WHERE picture is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "front_slots_story" ON "front_slots" USING btree ("story_id","front");