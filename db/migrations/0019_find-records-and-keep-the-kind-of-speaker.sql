ALTER TABLE "publication_quotes" ADD COLUMN "speaker_kind" text;--> statement-breakpoint
CREATE INDEX "occasions_guarded" ON "occasions" USING btree ("ground_rule") WHERE ground_rule <> 'on_record';--> statement-breakpoint
CREATE INDEX "quotes_guarded" ON "quotes" USING btree ("ground_rule") WHERE ground_rule <> 'on_record';--> statement-breakpoint
CREATE INDEX "quotes_on_step" ON "quotes" USING btree ("verification","id");--> statement-breakpoint
CREATE INDEX "sources_merged" ON "sources" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
ALTER TABLE "publication_quotes" ADD CONSTRAINT "publication_quotes_kind" CHECK ("publication_quotes"."speaker_kind" is null or "publication_quotes"."speaker_slug" is not null);--> statement-breakpoint
update publication_quotes q set speaker_kind = s.kind from sources s where s.slug = q.speaker_slug;--> statement-breakpoint
update publications p set document = jsonb_set(p.document, '{notes}', (
  select coalesce(jsonb_agg(note || jsonb_build_object('speakerKind', (select s.kind from sources s where s.slug = note ->> 'slug')) order by place), '[]'::jsonb)
  from jsonb_array_elements(p.document -> 'notes') with ordinality as noted (note, place)));
