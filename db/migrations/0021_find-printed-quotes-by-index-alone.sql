DROP INDEX "quote_prints_quote";--> statement-breakpoint
CREATE INDEX "quote_prints_quote" ON "quote_prints" USING btree ("quote_id","story_id");