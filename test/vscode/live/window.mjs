// A window of VS Code with a dstack server: what is on the screen, and what a user clicks on it.
import { join } from 'node:path';

/** Milliseconds until something is on the screen, on a machine that is busy. */
const PATIENCE = 60_000;

export class Window {
  /** `host` is the extension host behind the window, `stand` the server. */
  constructor(page, host, stand, pictures) {
    this.page = page;
    this.host = host;
    this.stand = stand;
    this.pictures = pictures;
  }

  /** Opens an address, and waits for the workbench and the extension host. */
  async open(address) {
    await this.page.goto(address);
    await this.isOpen();
  }

  /** Loads the window again, as a user does with _Developer: Reload Window_. */
  async reload() {
    this.host.forget();
    await this.page.reload();
    await this.isOpen();
  }

  async isOpen() {
    await this.page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: PATIENCE });
    await this.host.until('our extension', (vscode) => {
      const extension = vscode.extensions.getExtension('dstack-editor.dstack');
      return extension?.activate().then(() => true);
    });
  }

  /** Opens a file of the workspace. */
  file(name) {
    return this.host.run(async (vscode, path) => {
      const [folder] = vscode.workspace.workspaceFolders;
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, path), {
        viewColumn: vscode.ViewColumn.One,
        preview: false,
      });
    }, name);
  }

  /**
   * Shows the views of dstack, and resolves when they have this text. VS Code may still open others instead: after it was
   * loaded, and when the last view has gone for a moment.
   */
  async views(text) {
    for (let tries = 0; tries < 20; tries++) {
      await this.host.start('workbench.view.extension.dstack');
      const isThere = this.sees('.pane-body', text, PATIENCE / 20);
      if (
        await isThere.then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(`The views of dstack do not say ${text}.`);
  }

  /** Presses a button of a dialog. */
  async answer(button) {
    const exactly = new RegExp(`^${button}$`);
    await this.page
      .locator('.monaco-dialog-box .monaco-button', { hasText: exactly })
      .click({ timeout: PATIENCE });
  }

  /** Chooses a row of the list that a command shows. */
  async choose(text) {
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: text })
      .first()
      .click({ timeout: PATIENCE });
  }

  /** Clicks an element with this text. */
  async click(selector, text) {
    await this.page.locator(selector, { hasText: text }).first().click({ timeout: PATIENCE });
  }

  /** Resolves when an element with this text is on the screen. */
  async sees(selector, text, patience = PATIENCE) {
    await this.page.locator(selector, { hasText: text }).first().waitFor({ timeout: patience });
  }

  /** Resolves when no element with this text is on the screen. */
  async seesNo(selector, text) {
    await this.page
      .locator(selector, { hasText: text })
      .first()
      .waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** Takes a picture, if they are wanted. */
  async picture(name) {
    if (this.pictures) await this.page.screenshot({ path: join(this.pictures, `${name}.png`) });
  }
}
