// A window of VS Code with a dstack server, used as a user does: keys, clicks, and what is on the screen.
import { join } from 'node:path';

/** Milliseconds until something is on the screen, on a machine that is busy. */
const PATIENCE = 60_000;

export class Window {
  constructor(page, pictures) {
    this.page = page;
    this.pictures = pictures;
  }

  /** Opens a workspace, and waits for the first editor or the explorer. */
  async open(address) {
    await this.page.goto(address);
    await this.page.waitForSelector('.monaco-workbench .explorer-viewlet', { timeout: PATIENCE });
  }

  /** Runs a command by its title in the palette, which closes when something else takes the focus: then once more. */
  async command(title) {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    for (let tries = 0; tries < 4; tries++) {
      await this.page.keyboard.press('F1');
      await this.page.locator('.quick-input-widget input').first().waitFor({ timeout: PATIENCE });
      await this.page.keyboard.type(title, { delay: 5 });
      const isThere = row.waitFor({ timeout: PATIENCE / 4 }).then(
        () => true,
        () => false,
      );
      if (await isThere) return row.click();
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`The palette does not offer ${title}`);
  }

  /** Opens a file of the workspace by its name. */
  async file(name) {
    await this.page.keyboard.press('Control+P');
    await this.page.keyboard.type(name, { delay: 5 });
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first();
    await row.waitFor({ timeout: PATIENCE });
    await row.click();
    await this.sees('.monaco-editor .view-line', '');
  }

  /** Presses a button of a dialog. */
  async answer(button) {
    await this.page
      .locator('.monaco-dialog-box .monaco-button', { hasText: new RegExp(`^${button}$`) })
      .click({ timeout: PATIENCE });
  }

  /** Resolves when an element with this text is on the screen. */
  async sees(selector, text, patience = PATIENCE) {
    await this.page.locator(selector, { hasText: text }).first().waitFor({ timeout: patience });
  }

  /** The text of all elements, a line for each. */
  async text(selector) {
    const lines = await this.page.locator(selector).allInnerTexts();
    // VS Code shows spaces that do not break.
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Takes a picture, if they are wanted. */
  async picture(name) {
    if (this.pictures) await this.page.screenshot({ path: join(this.pictures, `${name}.png`) });
  }
}
