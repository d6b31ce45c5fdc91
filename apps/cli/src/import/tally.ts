/** What became of everything the library holds. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  add(what: string, outcome: string, count = 1): void {
    const row = this.counts.get(what) ?? new Map<string, number>();
    row.set(outcome, (row.get(outcome) ?? 0) + count);
    this.counts.set(what, row);
  }

  count(outcome: string): number {
    return [...this.counts.values()].reduce((sum, row) => sum + (row.get(outcome) ?? 0), 0);
  }

  /** One line for each kind of thing, its total first. */
  lines(): string[] {
    return [...this.counts].map(([what, row]) => {
      const total = [...row.values()].reduce((sum, count) => sum + count, 0);
      const parts = [...row].map(([outcome, count]) => `${count} ${outcome}`);
      return `  ${what.padEnd(13)} ${String(total).padStart(4)}  ${parts.join(', ')}`;
    });
  }
}
