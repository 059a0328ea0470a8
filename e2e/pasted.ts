type Json = Readonly<Record<string, unknown>>;
type Pasted = {
  readonly name: string;
  readonly given: { readonly html?: string; readonly text?: string };
  readonly stored: readonly Json[];
};

const text = (words: string, ...marks: readonly (string | Json)[]): Json => ({
  type: "text",
  ...(marks.length > 0 && { marks: marks.map((mark) => (typeof mark === "string" ? { type: mark } : mark)) }),
  text: words,
});
const block = (type: string, content: readonly Json[], attrs?: Json): Json => ({
  type,
  ...(attrs && { attrs }),
  content,
});
const p = (...content: readonly (string | Json)[]): Json =>
  block(
    "paragraph",
    content.map((each) => (typeof each === "string" ? text(each) : each)),
  );
const item = (...blocks: readonly Json[]): Json => block("listItem", blocks);
const h = (level: number, words: string): Json => block("heading", [text(words)], { level });
const bullets = (...items: readonly Json[]): Json => block("bulletList", items);
const numbers = (start: number, ...items: readonly Json[]): Json =>
  block("orderedList", items, { start, type: null });
const link = (href: string): Json => ({
  type: "link",
  attrs: {
    href,
    target: "_blank",
    rel: "noopener noreferrer nofollow",
    class: null,
    title: null,
  },
});

const wordLine = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

/** What programs put on the clipboard, and what a story makes of it. */
export const pasted: readonly Pasted[] = [
  {
    name: "a document of Word",
    given: {
      text: "The wall",
      html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1><span style='font-size:20.0pt'>The wall</span><o:p></o:p></h1>
<p class=MsoNormal>The council has <b><span style='color:red'>voted</span></b> to send the <i>bill</i><a style='mso-comment-reference:VT_1'></a><span class=MsoCommentReference>[VT1]</span>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><del cite="mailto:x" datetime="2026-11-20T10:00">It will not.</del><ins>It will.</ins></p>
${wordLine(1, "·", "Sandbags")}${wordLine(2, "o", "from the depot")}${wordLine(1, "·", "Pumps")}
<h3>Later</h3><p class=MsoNormal>See <a href="https://survey.example/2026"><span style='mso-bidi-font-size:11pt'>the survey</span></a>.</p>
<div style='mso-element:comment-list'><p class=MsoCommentText>A comment of the margin</p></div><!--EndFragment--></body></html>`,
    },
    stored: [
      h(2, "The wall"),
      p("The council has ", text("voted", "bold"), " to send the ", text("bill", "italic"), "."),
      p("It will."),
      bullets(item(p("Sandbags"), bullets(item(p("from the depot")))), item(p("Pumps"))),
      h(3, "Later"),
      p("See ", text("the survey", link("https://survey.example/2026")), "."),
    ],
  },
  {
    name: "a document of Google Docs",
    given: {
      text: "The wall",
      html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-4f2c1d9a-7fff-1234"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt"><span style="font-size:16pt;font-family:Arial;font-weight:400">The wall</span></h2><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400">The council has </span><span style="font-size:11pt;font-weight:700">voted</span><span style="font-size:11pt;font-style:italic"> twice</span><span style="font-weight:400">.</span></p><br /><ol style="margin-top:0"><li dir="ltr" aria-level="1" style="list-style-type:decimal"><p dir="ltr" role="presentation"><span>Gates</span></p></li><ul style="margin-top:0"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>North</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Wall</span></p></li></ol><div dir="ltr"><table style="border:none"><colgroup><col width="301" /></colgroup><tbody><tr><td><p dir="ltr"><span>Length</span></p></td><td><p dir="ltr"><span>400 m</span></p></td></tr></tbody></table></div><p><a href="https://www.google.com/url?q=https://survey.example/2026&amp;sa=D" style="text-decoration:none"><span>the survey</span></a></p></b><br class="Apple-interchange-newline">`,
    },
    stored: [
      h(2, "The wall"),
      p("The council has ", text("voted", "bold"), text(" twice", "italic"), "."),
      numbers(1, item(p("Gates"), bullets(item(p("North")))), item(p("Wall"))),
      p("Length · 400 m"),
      p(text("the survey", link("https://survey.example/2026"))),
    ],
  },
  {
    name: "a page of the web",
    given: {
      text: "Wall",
      html: `<html><body><!--StartFragment--><nav><a href="/">Home</a></nav><article><h1 class="title">Wall</h1><div class="byline sr-only">Hidden byline</div><p style="color:#333;background:url(javascript:ran=1)">The <strong>wall</strong> <q>stands</q>. <a href="javascript:ran=1">Bad</a> <a href="https://good.example/a" onclick="ran=1" class="x" target="_self">Good</a></p><figure><picture><source srcset="x.webp"><img src="https://elsewhere.example/x.jpg" onerror="ran=1"></picture><figcaption>Photo: elsewhere</figcaption></figure><blockquote><p>Nobody asked.</p></blockquote><div>One<br><br>Two</div><ul><li>A</li></ul><button>Share</button><script>window.ran=1</script><iframe src="https://evil.example/" srcdoc="<script>parent.ran=1</script>"></iframe><svg onload="ran=1"><a><text>x</text></a></svg><form><input value="search"><select><option>en</option></select></form><object data="x"></object><custom-element>Kept words</custom-element><p hidden>Gone</p><figure data-picture="not-an-id"></figure><figure data-provider="youtube" data-id="../evil" data-host="" data-start="0"></figure></article><!--EndFragment--></body></html>`,
    },
    stored: [
      h(2, "Wall"),
      p("The ", text("wall", "bold"), " “stands”. Bad ", text("Good", link("https://good.example/a"))),
      block("blockquote", [p("Nobody asked.")]),
      p("One"),
      p("Two"),
      bullets(item(p("A"))),
      p("Kept words"),
    ],
  },
  {
    name: "plain text of a mail",
    given: {
      text: "The council has voted to send the bill for the harbour wall to the\r\nministry, which has until Friday to answer.\r\n\r\nNeeded:\r\n- sandbags\r\n- pumps\r\n\r\n<script>window.ran=1</script>",
    },
    stored: [
      p(
        "The council has voted to send the bill for the harbour wall to the ministry, which has until Friday to answer.",
      ),
      p("Needed:"),
      bullets(item(p("sandbags")), item(p("pumps"))),
      p("<script>window.ran=1</script>"),
    ],
  },
];
