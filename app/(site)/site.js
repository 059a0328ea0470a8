// The one script of readers' pages. All it does can be done without; it keeps what a reader chose on the reader's own
// machine, and tells nobody of them.
(() => {
  const root = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
  };

  const themes = ["auto", "light", "dark"];
  const dress = (theme) => {
    root.classList.remove(...themes);
    root.classList.add(theme);
    for (const button of all("[data-theme]")) {
      button.setAttribute("aria-pressed", String(button.dataset.theme === theme));
    }
  };
  const chosen = kept("theme");
  dress(themes.includes(chosen) ? chosen : "auto");
  for (const button of all("[data-theme]")) {
    button.addEventListener("click", () => {
      dress(button.dataset.theme);
      keep("theme", button.dataset.theme);
    });
  }
  for (const group of all("[data-themes]")) group.hidden = false;

  // An appeal comes back some days after it was dismissed, or never; one in other words is another appeal. On which
  // story it stands is counted here, and told to nobody.
  const appeals = all("[data-appeal]");
  if (appeals.length) {
    const opened = Number(kept("opened")) || 0;
    keep("opened", String((opened + 1) % 1e6));
    const [words, at] = (kept("appeal") || "").split("\n");
    for (const appeal of appeals) {
      const { every, again } = appeal.dataset;
      const back = Number(again) && Date.now() - Number(at) > again * 864e5;
      const mark = appeal.querySelector("p").textContent.replaceAll("\n", " ");
      if (opened % every || (words === mark && !back)) appeal.hidden = true;
      const button = appeal.querySelector("[data-dismiss]");
      button.hidden = false;
      button.addEventListener("click", () => {
        for (const each of appeals) each.hidden = true;
        keep("appeal", `${mark}\n${Date.now()}`);
        document.querySelector(".name")?.focus();
      });
    }
  }

  // A story that was read, and an appeal that was seen, are counted: the story's number, and nothing of the reader.
  const tell = (name, value) => {
    if (!navigator.webdriver) navigator.sendBeacon?.("/counts", new URLSearchParams({ [name]: value }));
  };
  const once = (id, act) => {
    try {
      if (sessionStorage.getItem(id)) return;
      sessionStorage.setItem(id, "1");
    } catch {
      // A browser that keeps nothing counts each time.
    }
    act();
  };
  const whenSeen = () => {
    if (document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", whenSeen);
    const story = document.querySelector("[data-read]")?.dataset.read;
    if (story) once(`read ${story}`, () => tell("read", story));
    if (!window.IntersectionObserver) return;
    const watch = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        tell("seen", target.dataset.seen);
      }
    });
    for (const each of all("[data-seen]")) watch.observe(each);
  };
  document.addEventListener("visibilitychange", whenSeen);
  whenSeen();

  // The stories read last are kept on the reader's own machine, for when there is no network.
  navigator.serviceWorker?.register("/offline-worker.js").catch(() => {});

  // A form that is sent within seconds was not filled in by a person: it says how long it was under somebody's hands.
  for (const form of all("[data-timed]")) {
    let began = 0;
    form.addEventListener("input", () => {
      began ||= Date.now();
    });
    form.addEventListener("formdata", (event) => {
      event.formData.set("took", String(began ? Date.now() - began : 0));
    });
  }

  // Beside the text notes are open; under it they wait to be asked for.
  const notes = all(".note details");
  const wide = matchMedia("(min-width: 56.25em)");
  const lay = () => {
    for (const note of notes) note.open = wide.matches;
  };
  lay();
  wide.addEventListener("change", lay);
  const openNamed = () => {
    const named = document.getElementById(location.hash.slice(1));
    const details = named?.closest("details");
    if (!details || details.open) return;
    details.open = true;
    named.scrollIntoView({ block: "nearest" });
  };
  openNamed();
  addEventListener("hashchange", openNamed);
  addEventListener("beforeprint", () => {
    for (const note of notes) note.open = true;
  });
  addEventListener("afterprint", lay);

  // Each stretch of a quotation says which note it belongs to: the first by its name, the others by a mark.
  const numberOf = (quote) => quote.dataset.of || quote.id.slice(6);

  // On a narrow screen the words of a quotation, and its number, open and close its note.
  for (const quote of all("q.quote")) {
    quote.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      const own = link?.closest("sup");
      if (wide.matches || (link && !own) || String(getSelection())) return;
      const details = document.getElementById(`note-${numberOf(quote)}`)?.closest("details");
      if (!details) return;
      event.preventDefault();
      details.open = !details.open;
      if (details.open) details.scrollIntoView({ block: "nearest" });
    });
  }

  // Something of another site is loaded when a reader asks for it, and not before.
  for (const embed of all("[data-embed]")) {
    const show = embed.querySelector(".embed-show");
    show.hidden = false;
    show.querySelector("button").addEventListener("click", () => {
      const frame = document.createElement("iframe");
      frame.title = embed.dataset.title;
      frame.allow = "fullscreen; encrypted-media; picture-in-picture";
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
      // Players ask which site they play on; which page is no business of theirs.
      frame.referrerPolicy = "strict-origin";
      frame.src = embed.dataset.embed;
      show.replaceWith(frame);
      frame.focus();
    });
  }

  const told = document.querySelector("[data-copied]");
  for (const button of all("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        told.textContent = "Link copied.";
      } catch {
        told.textContent = `Copy this: ${button.dataset.copy}`;
      }
    });
  }
  // A quotation leaves with who said it, and where.
  const bare = (text) => text.trim().replace(/^[“"«„]\s*|\s*[”"»]$/g, "");
  for (const note of navigator.clipboard ? all(".note-text") : []) {
    const number = note.id.slice(5);
    const said = [...all("q.quote")].filter((each) => numberOf(each) === number);
    if (!said.length) continue;
    const words = said.map((each) => bare(each.querySelector(".words-said").textContent));
    const who = note.parentNode.querySelector("summary").innerText.replace(/^\d+ · /, "");
    const from = document.querySelector("h1").textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-quote";
    button.textContent = "Copy quote";
    button.addEventListener("click", async () => {
      const text = `“${words
        .join(" … ")
        .replace(/[,.] …/g, " …")
        .replace(/,$/, ".")}” – ${who}. ${from}, ${location.origin}${location.pathname}#quote-${number}`;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied with its source";
        if (told) told.textContent = "Quote copied.";
      } catch {
        button.replaceWith(text);
      }
    });
    note.append(button);
  }
  for (const button of all("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
    });
  }
})();
