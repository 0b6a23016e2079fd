declare global {
  /** How often each counted place was reached, if tools/edge-counters.mjs has added counters. */
  var __edges: Int32Array | undefined;
}

/** Remembers which places were reached, and the order of magnitude of how often. */
export class Coverage {
  private readonly seen: Uint8Array;
  private reached = 0;

  constructor(private readonly counters = globalThis.__edges ?? new Int32Array(0)) {
    this.seen = new Uint8Array(this.counters.length);
  }

  /** Number of places reached so far. */
  get edges(): number {
    return this.reached;
  }

  /** To be called before a run. */
  reset(): void {
    this.counters.fill(0);
  }

  /** Whether the run has reached a place for the first time, or a place more often than before by a power of two. */
  isNew(): boolean {
    const { counters, seen } = this;
    let isNew = false;
    for (let id = 0; id < counters.length; id++) {
      const times = counters[id] ?? 0;
      if (times === 0) continue;
      const known = seen[id] ?? 0;
      const bit = 1 << Math.min(7, 31 - Math.clz32(times));
      if ((known & bit) !== 0) continue;
      if (known === 0) this.reached++;
      seen[id] = known | bit;
      isNew = true;
    }
    return isNew;
  }
}
