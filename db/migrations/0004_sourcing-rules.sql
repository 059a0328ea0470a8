CREATE TABLE "erased_identities" (
	"source_id" uuid NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	CONSTRAINT "erased_identities_source_id_erased_at_pk" PRIMARY KEY("source_id","erased_at")
);
--> statement-breakpoint
CREATE TABLE "sealed_fields" (
	"source_id" uuid NOT NULL,
	"field" text NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	CONSTRAINT "sealed_fields_source_id_field_pk" PRIMARY KEY("source_id","field")
);
--> statement-breakpoint
CREATE TABLE "source_keys" (
	"version" integer PRIMARY KEY NOT NULL,
	"check_value" "bytea" NOT NULL,
	"in_force_since" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replies_sought" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"source_id" uuid,
	"whom" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"contacted_at" timestamp with time zone NOT NULL,
	"how" text NOT NULL,
	"deadline" timestamp with time zone,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "replies_sought_whom" CHECK (length("replies_sought"."whom") > 0)
);
--> statement-breakpoint
CREATE TABLE "source_conditions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"asked" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"decision" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_sources" (
	"story_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"weight" text NOT NULL,
	"set_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_sources_story_id_source_id_pk" PRIMARY KEY("story_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "unnamed_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"use" text NOT NULL,
	"by" uuid NOT NULL,
	"level" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "quotes" ADD COLUMN "statement" text;--> statement-breakpoint
ALTER TABLE "erased_identities" ADD CONSTRAINT "erased_identities_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_identities" ADD CONSTRAINT "erased_identities_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_fields" ADD CONSTRAINT "sealed_fields_source_id_sealed_identities_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sealed_identities"("source_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies_sought" ADD CONSTRAINT "replies_sought_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies_sought" ADD CONSTRAINT "replies_sought_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies_sought" ADD CONSTRAINT "replies_sought_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_conditions" ADD CONSTRAINT "source_conditions_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_conditions" ADD CONSTRAINT "source_conditions_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_sources" ADD CONSTRAINT "story_sources_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_sources" ADD CONSTRAINT "story_sources_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_sources" ADD CONSTRAINT "story_sources_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unnamed_approvals" ADD CONSTRAINT "unnamed_approvals_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unnamed_approvals" ADD CONSTRAINT "unnamed_approvals_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unnamed_approvals" ADD CONSTRAINT "unnamed_approvals_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replies_sought_story" ON "replies_sought" USING btree ("story_id","id");--> statement-breakpoint
CREATE INDEX "source_conditions_source" ON "source_conditions" USING btree ("source_id","id");--> statement-breakpoint
CREATE INDEX "story_sources_source" ON "story_sources" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unnamed_approvals_once" ON "unnamed_approvals" USING btree ("story_id","source_id","use","by");--> statement-breakpoint
INSERT INTO "sealed_fields" ("source_id", "field", "nonce", "ciphertext") SELECT "source_id", 'identity', "nonce", "ciphertext" FROM "sealed_identities";--> statement-breakpoint
ALTER TABLE "sealed_identities" DROP COLUMN "nonce";--> statement-breakpoint
ALTER TABLE "sealed_identities" DROP COLUMN "ciphertext";--> statement-breakpoint
create trigger unnamed_approvals_stay before update or delete or truncate on unnamed_approvals for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger source_conditions_stay before update or delete or truncate on source_conditions for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger erased_identities_stay before update or delete or truncate on erased_identities for each statement execute function refuse_rewriting();
