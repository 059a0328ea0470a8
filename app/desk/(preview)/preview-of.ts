import type { StoryForDesk } from "@/db/queries/desk/story";
import type { PublicDocument } from "@/domain/publication/document";
import { publicationOf } from "@/domain/publication/publication";
import { slugOf } from "@/domain/slugs";

/** What is still missing is shown as missing: a preview is there from the first word. */
export function previewOf(story: StoryForDesk): PublicDocument {
  const { words } = story;
  const section = story.sections.find((each) => each.id === words.sectionId);
  return publicationOf({
    storyId: story.id,
    words: { ...words, headline: words.headline || "No headline yet" },
    slug: slugOf(words.slug) || slugOf(words.headline) || story.id,
    section: section ?? { slug: "no-section", name: "No section yet" },
    topics: story.topics.filter((topic) => words.topicIds.includes(topic.id)),
    authors: story.authors,
    records: story.records,
    pictures: story.pictures,
    paperName: story.paper.name,
    publishedAt: story.now,
    updatedAt: story.now,
  });
}
