ALTER TABLE "suggestions" DROP CONSTRAINT "suggestions_passage";--> statement-breakpoint
ALTER TABLE "suggestions" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "suggestions" ADD COLUMN "content" jsonb;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_content" CHECK (("suggestions"."place" is null) = ("suggestions"."content" is null) and ("suggestions"."content" is null or "suggestions"."field" = 'body'));--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_passage" CHECK ("suggestions"."content" is not null or ("suggestions"."passage" <> "suggestions"."replacement" and ("suggestions"."field" <> 'body' or length("suggestions"."passage") > 0)));