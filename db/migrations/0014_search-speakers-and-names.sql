CREATE TABLE "public_names" (
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"plain" text NOT NULL,
	CONSTRAINT "public_names_kind_slug_pk" PRIMARY KEY("kind","slug"),
	CONSTRAINT "public_names_kind" CHECK ("public_names"."kind" in ('author', 'speaker'))
);
--> statement-breakpoint
CREATE INDEX "public_names_plain" ON "public_names" USING gin (plain gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "said" text DEFAULT '' NOT NULL;--> statement-breakpoint
update publications set said = quoted.said
  from (select story_id, string_agg(speaker_name || ' ' || speaker_role || ' ' || words, E'\n' order by number) as said
        from publication_quotes group by story_id) quoted
  where quoted.story_id = publications.story_id;--> statement-breakpoint
-- Long texts lie beside the rows, so that weighing thousands of matches by their day reads little.
alter table publications set (toast_tuple_target = 256);--> statement-breakpoint
ALTER TABLE "publications" drop column "search";--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('public.news', headline), 'A') || setweight(to_tsvector('public.news', standfirst || ' ' || kicker || ' ' || byline), 'B') || setweight(to_tsvector('public.news', said), 'B') || setweight(to_tsvector('public.news', plain), 'C')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "publications_search" ON "publications" USING gin ("search");--> statement-breakpoint
-- Whoever signs a story or is quoted in one can be found by name. In the order of their addresses, so that two stories
-- published at once never wait for each other in a circle.
create function note_author_names() returns trigger language plpgsql as $$
begin
  insert into public_names (kind, slug, name, plain)
    select distinct on (slug) 'author', slug, name, lower(unaccent(name)) from added order by slug
    on conflict (kind, slug) do update set name = excluded.name, plain = excluded.plain
    where public_names.name <> excluded.name;
  return null;
end $$;--> statement-breakpoint
create function note_speaker_names() returns trigger language plpgsql as $$
begin
  insert into public_names (kind, slug, name, plain)
    select distinct on (speaker_slug) 'speaker', speaker_slug, speaker_name, lower(unaccent(speaker_name))
    from added where speaker_slug is not null order by speaker_slug
    on conflict (kind, slug) do update set name = excluded.name, plain = excluded.plain
    where public_names.name <> excluded.name;
  return null;
end $$;--> statement-breakpoint
create trigger author_names_added after insert on publication_authors
  referencing new table as added for each statement execute function note_author_names();--> statement-breakpoint
create trigger speaker_names_added after insert on publication_quotes
  referencing new table as added for each statement execute function note_speaker_names();--> statement-breakpoint
insert into public_names (kind, slug, name, plain)
  select distinct on (slug) 'author', slug, name, lower(unaccent(name)) from publication_authors order by slug, published_at desc;--> statement-breakpoint
insert into public_names (kind, slug, name, plain)
  select distinct on (speaker_slug) 'speaker', speaker_slug, speaker_name, lower(unaccent(speaker_name))
  from publication_quotes where speaker_slug is not null order by speaker_slug, published_at desc;--> statement-breakpoint
-- Names that are somewhat like a word: a coarse net, with which the site then finds those a letter or two away.
create function names_like(word text) returns table (kind text, slug text, name text, plain text)
  language sql stable set pg_trgm.word_similarity_threshold = 0.3 as $$
  select n.kind, n.slug, n.name, n.plain from public_names n
  where lower(unaccent(word)) <% n.plain
  order by word_similarity(lower(unaccent(word)), n.plain) desc, n.plain, n.slug limit 40
$$;
