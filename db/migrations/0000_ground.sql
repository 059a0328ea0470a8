-- What generated tables lean on: likeness of names, and a search that knows stems and ignores accents.
create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists unaccent;--> statement-breakpoint
create text search configuration public.news (copy = pg_catalog.english);--> statement-breakpoint
alter text search configuration public.news
  alter mapping for hword, hword_part, word with unaccent, english_stem;
