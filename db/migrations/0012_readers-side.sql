CREATE TABLE "appeal_days" (
	"day" date NOT NULL,
	"place" text NOT NULL,
	"views" integer DEFAULT 0 NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "appeal_days_day_place_pk" PRIMARY KEY("day","place"),
	CONSTRAINT "appeal_days_place" CHECK ("appeal_days"."place" in ('bar', 'end', 'front'))
);
--> statement-breakpoint
CREATE TABLE "digest_stories" (
	"day" date NOT NULL,
	"position" integer NOT NULL,
	"story_id" uuid NOT NULL,
	CONSTRAINT "digest_stories_day_position_pk" PRIMARY KEY("day","position")
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"day" date PRIMARY KEY NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"started_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"posted_to" uuid,
	"posted" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "digests_state" CHECK ("digests"."state" in ('open', 'sending', 'sent'))
);
--> statement-breakpoint
CREATE TABLE "reader_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reader_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reply_bans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"shown" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "reply_bans_kind" CHECK ("reply_bans"."kind" in ('email', 'machine')),
	CONSTRAINT "reply_bans_machine_ends" CHECK (("reply_bans"."kind" = 'machine') = ("reply_bans"."until" is not null))
);
--> statement-breakpoint
CREATE TABLE "story_reads" (
	"story_id" uuid NOT NULL,
	"day" date NOT NULL,
	"reads" integer NOT NULL,
	CONSTRAINT "story_reads_story_id_day_pk" PRIMARY KEY("story_id","day")
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mailed_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"confirm_hash" text NOT NULL,
	"leave_hash" text NOT NULL,
	CONSTRAINT "subscribers_state" CHECK ("subscribers"."state" in ('asked', 'confirmed', 'left'))
);
--> statement-breakpoint
DROP INDEX "replies_shown";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "subscriber_id" uuid;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "by_staff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "held_because" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "sender_hash" text;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "without_appeal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "without_replies" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "digest_stories" ADD CONSTRAINT "digest_stories_day_digests_day_fk" FOREIGN KEY ("day") REFERENCES "public"."digests"("day") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_stories" ADD CONSTRAINT "digest_stories_story_id_publications_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."publications"("story_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_reads" ADD CONSTRAINT "story_reads_story_id_publications_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."publications"("story_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "digest_stories_once" ON "digest_stories" USING btree ("day","story_id");--> statement-breakpoint
CREATE INDEX "digests_sending" ON "digests" USING btree ("day") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "reader_attempts_key" ON "reader_attempts" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "reader_attempts_at" ON "reader_attempts" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_bans_key" ON "reply_bans" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "story_reads_day" ON "story_reads" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_email" ON "subscribers" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_confirm" ON "subscribers" USING btree ("confirm_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_leave" ON "subscribers" USING btree ("leave_hash");--> statement-breakpoint
CREATE INDEX "subscribers_to_mail" ON "subscribers" USING btree ("asked_at") WHERE state = 'asked' and mailed_at is null;--> statement-breakpoint
CREATE INDEX "subscribers_confirmed" ON "subscribers" USING btree ("id") WHERE state = 'confirmed';--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_subscriber_id_subscribers_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscribers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_parent_id_replies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replies_answers" ON "replies" USING btree ("parent_id","id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "replies_counted" ON "replies" USING btree ("story_id","parent_id") WHERE state = 'shown';--> statement-breakpoint
CREATE INDEX "replies_email" ON "replies" USING btree ("email","state");--> statement-breakpoint
CREATE INDEX "replies_sender" ON "replies" USING btree ("sender_hash") WHERE sender_hash is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "replies_fingerprint" ON "replies" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "replies_shown" ON "replies" USING btree ("story_id","id" DESC NULLS LAST) WHERE state = 'shown' and parent_id is null;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_state" CHECK ("replies"."state" in ('held', 'shown', 'refused'));