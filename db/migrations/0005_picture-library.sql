CREATE TABLE "picture_uses" (
	"story_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	CONSTRAINT "picture_uses_story_id_media_id_pk" PRIMARY KEY("story_id","media_id")
);
--> statement-breakpoint
ALTER TABLE "picture_uses" ADD CONSTRAINT "picture_uses_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_uses" ADD CONSTRAINT "picture_uses_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "picture_uses_media" ON "picture_uses" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "media_words" ON "media" USING gin ((alt || ' ' || caption || ' ' || credit || ' ' || rights) gin_trgm_ops);
--> statement-breakpoint
-- What the stories of earlier releases show.
INSERT INTO "picture_uses" ("story_id", "media_id")
SELECT "s"."id", "m"."id" FROM "stories" "s" JOIN "media" "m" ON "m"."id" = "s"."hero_id"
  OR "s"."body" @? ('$.**.mediaId ? (@ == "' || "m"."id" || '")')::jsonpath
ON CONFLICT DO NOTHING;
