import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { JsonLd } from "@/components/site/json-ld";
import { authorTold } from "@/components/site/structured-data";
import { authorNamed, pageLength, storiesBy } from "@/db/queries/site/lists";
import { facesOf } from "@/db/queries/site/media";
import { faceAddress } from "@/domain/publication/document";
import { behindStory, isSlug, pageOf, readPart } from "../../addresses";
import { feedsUnder } from "../../feeds";
import { siteOrigin } from "../../origin";
import { missingPage, sitePage } from "../../site-page";
import { thePaper } from "../../the-paper";

export const dynamic = "force-dynamic";

export const GET = sitePage<{ person: string }>(async ({ params, query }) => {
  const slug = readPart(params.person);
  const before = behindStory(query.before);
  const author = isSlug(slug) ? await authorNamed(slug) : undefined;
  if (!author || before === null) return missingPage();
  const [shown, found, faces] = await Promise.all([
    thePaper(),
    storiesBy(author.slug, before),
    facesOf([author.slug]),
  ]);
  const face = faces.get(author.slug);
  const { items, older } = pageOf(found, pageLength, `/by/${author.slug}`, (story) => story.storyId);
  return {
    shown,
    head: {
      title: author.name,
      description: `Stories by ${author.name}${author.title ? `, ${author.title}` : ""}.`,
      canonical: `/by/${author.slug}`,
      forms: feedsUnder(`/by/${author.slug}`, author.name),
    },
    body: (
      <Frame shown={shown}>
        <JsonLd told={authorTold({ ...author, face }, shown.paper, siteOrigin())} />
        <header className="list-head">
          {face ? <img className="face" src={faceAddress(face)} width={88} height={88} alt="" /> : null}
          <h1>
            <bdi>{author.name}</bdi>
          </h1>
          {author.title ? <p dir="auto">{author.title}</p> : null}
          <p>
            <a href={`/by/${author.slug}/feed.xml`}>Feed of these stories</a>
          </p>
        </header>
        <StoryList stories={items} clock={shown.paper} older={older} empty="There is nothing older." />
      </Frame>
    ),
  };
});
