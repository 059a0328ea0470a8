import type { IncomingMessage, ServerResponse } from "node:http";
import type { Visit } from "./hygiene";
import type { PageCache } from "./page-cache";

type Facts = {
  cache: PageCache;
  token: string | undefined;
  /** Null when ready to serve, else what is not. */
  notReady: () => Promise<string | null>;
};

/** The three addresses by which a machine asks how the server is: alive, ready, and in figures. */
export class Probes {
  requests = 0;
  refused = 0;
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Answers if it is one of the three addresses; says whether it was. */
  async answer(request: IncomingMessage, response: ServerResponse, visit: Visit): Promise<boolean> {
    switch (request.url) {
      case "/healthz":
        this.#health(request, response);
        return true;
      case "/readyz": {
        const reason = await this.#facts.notReady();
        tell(response, reason ? 503 : 200, reason ? `not ready: ${reason}\n` : "ready\n");
        return true;
      }
      case "/metrics":
        // Figures are for this machine alone: what reads them from outside comes through a proxy that says so.
        if (visit.fromHere) tell(response, 200, this.#figures());
        else tell(response, 404, "not here\n");
        return true;
      default:
        return false;
    }
  }

  // A supervisor asks with the word it gave to its own server; any other server answers 409.
  #health(request: IncomingMessage, response: ServerResponse): void {
    const asked = request.headers["verbatim-token"];
    const ours = asked === undefined || asked === this.#facts.token;
    tell(response, ours ? 200 : 409, ours ? "alive\n" : "alive, but not yours\n");
  }

  #figures(): string {
    const { cache } = this.#facts;
    const memory = process.memoryUsage();
    const figures: [string, "counter" | "gauge", number][] = [
      ["verbatim_requests_total", "counter", this.requests],
      ["verbatim_refused_total", "counter", this.refused],
      ["verbatim_pages_kept_total", "counter", cache.counts.kept],
      ["verbatim_pages_joined_total", "counter", cache.counts.joined],
      ["verbatim_pages_made_total", "counter", cache.counts.made],
      ["verbatim_addresses_purged_total", "counter", cache.counts.purged],
      ["verbatim_cache_bytes", "gauge", cache.bytes],
      ["verbatim_cache_pages", "gauge", cache.size],
      ["process_resident_memory_bytes", "gauge", memory.rss],
      ["nodejs_heap_used_bytes", "gauge", memory.heapUsed],
      ["nodejs_heap_total_bytes", "gauge", memory.heapTotal],
      ["nodejs_external_bytes", "gauge", memory.external],
      ["nodejs_array_buffers_bytes", "gauge", memory.arrayBuffers],
      ["process_uptime_seconds", "gauge", process.uptime()],
    ];
    return figures.map(([name, kind, value]) => `# TYPE ${name} ${kind}\n${name} ${value}\n`).join("");
  }
}

function tell(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
    .end(text);
}
