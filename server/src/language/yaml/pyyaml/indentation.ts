/** The columns of the block collections that are open. Mirrors `indent` and `indents` of `yaml.scanner`. */
export class Indentation {
  /** That of the innermost collection; -1 outside of any. */
  column = -1;
  private readonly outer: number[] = [];

  /** Opens a collection, unless one is open that is indented as much; gives whether it did. */
  open(column: number): boolean {
    if (this.column >= column) return false;
    this.outer.push(this.column);
    this.column = column;
    return true;
  }

  /** Closes the innermost collection if it is indented deeper than `column`; gives whether it did. */
  close(column: number): boolean {
    if (this.column <= column) return false;
    this.column = this.outer.pop() ?? -1;
    return true;
  }
}
